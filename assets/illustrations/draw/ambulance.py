"""Dusk on the plateau road: an ambulance drives home above a deep valley, herders drive their yaks off the road."""
from extra_rooms import *
from extra_plateau import rock

def cow(c, x, y, L, m=1, q=None, graze=False):
    """A yak of the free herd: without a saddle rug."""
    n = len(c.o); yak(c, x, y, L, m, q, graze); q = q or mix(INK, OCHRE3, .18)
    for i in range(n, len(c.o)):
        if MADDER in c.o[i] or GOLD in c.o[i]: c.o[i] = c.o[i].replace(MADDER, light(q, .10)).replace(GOLD, light(q, .10))

c = Canvas(2400, 1350, time='dusk', sun='left', seed=33)
R = c.R; Tm = c.T
HZ = 560
sky(c, HZ + 40, sun=(.165, .285), r=.10, clouds=())
for x, y, w, o in ((0, 470, 900, .5), (260, 430, 620, .4), (700, 500, 900, .35), (-60, 520, 1500, .4), (1300, 470, 800, .28)): c.rect(x, y, w, 22, '#F3BC7A', 11, o)
for x, y, q, col, t in ((.58, .085, 1.0, '#C9A48F', .55), (.80, .215, .7, '#E3B48C', .6), (.02, .12, .55, '#F3C88A', .5)):
    with c.air(t, col): cloud(c, x * 2400, y * 1350, q, .85)
for x, y, w in ((690, 96, 320), (760, 116, 250), (960, 300, 260), (1050, 318, 170), (1890, 150, 300)): c.rect(x, y, w, 9, '#F3CFA0', 5, .7)
mountains(c, HZ + 40, top=190, seed=47)
birds(c, 1290, 250, 4, .8, 120)
# --- the far side of the valley
with c.air(.24): hills(c, 566, 40, n=7, scrub=34, seed=6, col=mix(OCHRE2, M2, .25), bottom=760)
VT, VB = 610, 1000                                        # valley floor
c.rect(0, VT, 2400, VB - VT, c.grad((0, mix('#DDB583', LEAF, .18)), (1, mix('#B98F60', JUNIPER, .30))))
k = c.clip('M0 %d h2400 v%d h-2400 Z' % (VT, VB - VT))
for i in range(40): x, y = R.uniform(-40, 2000), VT + R.uniform(-6, 8); c.ell(x, y, R.uniform(10, 34), R.uniform(5, 10), mix('#C9A272', JUNIPER, R.uniform(.15, .5)))
for i in range(9): x = R.uniform(-200, 1900); c.rect(x, VT + R.uniform(-16, 12), R.uniform(200, 480), 9, Tm['glow'], 4, .24)
# fields in strips
for i in range(26):
    t = R.random(); y = VT + 10 + (t ** 1.4) * 200; w = R.uniform(70, 190) * (.5 + t); x = R.uniform(380, 2300); q = R.choice((GOLD, LEAF, OCHRE, JUNIPER, GOLD, mix(GOLD, LEAF, .5))); sk = R.uniform(-60, 60) * (.5 + t); hh = R.uniform(10, 22) * (.6 + t)
    c.poly([(x, y), (x + w, y - 3), (x + w + sk, y + hh), (x + sk - 8, y + hh + 3)], mix(q, mix('#C9A272', LEAF, .22), .55), .8, k)
# river, winding toward us far below
rv = [(860, 612, 5), (980, 630, 8), (1250, 652, 12), (1120, 684, 20), (820, 716, 26), (860, 760, 38), (1240, 800, 52), (1560, 838, 66), (1640, 890, 86), (1500, 960, 120), (1420, 1060, 150)]
wcol = c.grad((0, mix(SKY, '#F1C88F', .55)), (.5, mix(TEAL, SKY, .45)), (1, mix(TEAL, INK, .08)))
l = [(x - w, y) for x, y, w in rv]; r = [(x + w, y) for x, y, w in rv]; d2 = smooth([(x - w * 1.18 - 5, y) for x, y, w in rv]) + ' ' + smooth([(x + w * 1.18 + 5, y + 3) for x, y, w in rv][::-1]).replace('M', 'L', 1) + ' Z'; c.path(d2, mix(SAND, SNOW, .2), .8, k)
d = smooth(l) + ' ' + smooth(r[::-1]).replace('M', 'L', 1) + ' Z'; c.path(d, wcol, clip=k); kr = c.clip(d)
for i in range(64):
    j = R.uniform(0, len(rv) - 1.01); a, b = rv[int(j)], rv[int(j) + 1]; t = j - int(j); x, y, w = (a[q] + (b[q] - a[q]) * t for q in range(3)); c.rect(x + R.uniform(-.8, .4) * w, y, w * R.uniform(.2, .6), 3, R.choice(('#FBE3B6', '#FBE3B6', SNOW, INK)), 1.5, R.uniform(.16, .5), clip=kr)
# little houses and trees by the water
with c.air(.22):
    village(c, 1290, 1640, 742, 5, 40, seed=3); village(c, 560, 760, 690, 4, 28, seed=8)
    for x, y, h in ((1270, 752, 46), (1306, 760, 52), (1660, 756, 56), (1690, 762, 44), (540, 696, 32), (780, 700, 34), (1460, 764, 34)): poplar(c, x, y, h, mix(JUNIPER, OCHRE2, .15), cast=False)
    for x, y, h in ((1400, 770, 36), (1560, 772, 42), (1616, 780, 34), (650, 706, 28)): round_tree(c, x, y, h, mix(LEAF, JUNIPER, .4), cast=False)
band(c, 700, 5, n=5, op=.20); band(c, 650, 8, n=4, op=.2)
# --- the headland on the right: the road goes on round it, high over the river
HL = [(2440, 300), (2330, 352), (2250, 346), (2150, 420), (2060, 452), (1990, 530), (1900, 566), (1830, 640), (1770, 668)]
CL = [(1770, 668), (1800, 760), (1762, 850), (1820, 950), (1790, 1060), (1900, 1150), (2440, 1200)]
d = smooth(HL, k=.6) + ' ' + smooth(CL, k=.5).replace('M', 'L', 1) + ' Z'; kh = c.clip(d); rockc = mix(OCHRE3, M2, .38)
c.path(d, rockc)
c.poly([(2440, 280), (2330, 340), (2250, 340), (2150, 410), (2060, 440), (1990, 520), (1900, 560), (1830, 636), (1770, 668), (1900, 652), (2010, 640), (2090, 560), (2190, 520), (2290, 440), (2440, 400)], mix('#DDB583', LEAF, .22), 1, kh)
for a in ([(1770, 668), (1830, 664), (1850, 790), (1810, 900), (1850, 1060), (1790, 1060)], [(1920, 660), (1990, 640), (1960, 760), (2010, 880), (1960, 1010), (1990, 1150), (1900, 1150), (1930, 960), (1900, 800)], [(2080, 590), (2160, 540), (2130, 700), (2190, 820), (2150, 1000), (2200, 1180), (2090, 1180), (2110, 940), (2060, 780)], [(2260, 470), (2340, 420), (2300, 640), (2360, 820), (2330, 1180), (2240, 1180), (2270, 860), (2230, 680)]): c.poly(a, mix('#F1C88F', OCHRE2, .45), .62, kh)
for a in ([(1850, 664), (1910, 660), (1890, 800), (1920, 960), (1890, 1150), (1850, 1100), (1870, 940), (1840, 800)], [(2000, 640), (2070, 590), (2050, 780), (2090, 940), (2070, 1180), (2010, 1180), (2020, 900), (1980, 760)], [(2170, 540), (2250, 480), (2220, 690), (2260, 870), (2230, 1180), (2190, 1180), (2200, 850), (2150, 700)], [(2350, 420), (2440, 380), (2440, 1200), (2350, 1200), (2370, 830), (2320, 640)]): c.poly(a, INK, .20, kh)
for x, y, s in ((2110, 500, .22), (2230, 420, .26), (2330, 380, .24), (1950, 590, .2), (2400, 372, .3)): shrub(c, x, y, s, mix(JUNIPER, OCHRE2, .15), None, 0, cast=False)
# road ledge across the cliff
led = [(2440, 742), (2300, 726), (2160, 704), (2030, 690), (1920, 700), (1806, 690), (1778, 676)]
c.line(smooth([(x, y + 16) for x, y in led]), INK, 34, .25, clip=kh, cap='butt'); c.line(smooth(led), mix('#E9C998', SNOW, .15), 24, clip=kh, cap='butt'); c.line(smooth([(x, y + 13) for x, y in led]), mix(OCHRE3, INK, .2), 6, clip=kh, cap='butt')
for i in range(15):
    t = i / 14 * (len(led) - 1.01); a, b = led[int(t)], led[int(t) + 1]; f = t - int(t); x, y = a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f; c.rect(x - 3, y - 6, 6, 18, SNOW, 1)
with c.air(.15): minibus(c, 2118, 704, 112, -1, MADDER)
c.poly([(1760, 900), (2440, 1010), (2440, 1200), (1760, 1200)], Tm['glow'], .10, kh)
# --- our side: a shelf of pasture, its edge runs from left to right
edge = [(-40, 812), (180, 830), (420, 872), (700, 878), (980, 900), (1240, 896), (1500, 926), (1740, 960), (1980, 950), (2200, 990), (2440, 976)]
gr = c.grad((0, mix('#DDB583', LEAF, .30)), (1, mix('#B98F60', JUNIPER, .22)))
d = smooth(edge, k=.8) + ' L2440 1400 L-40 1400 Z'; kg = c.clip(d)
c.path(smooth([(x, y - 3) for x, y in edge], k=.8) + ' L2440 1400 L-40 1400 Z', mix('#F6D79C', OCHRE, .3)); c.path(smooth([(x, y + 8) for x, y in edge], k=.8) + ' L2440 1400 L-40 1400 Z', gr)
for i in range(12): x, y = R.uniform(0, 2400), R.uniform(930, 1300); c.ell(x, y, R.uniform(160, 420), R.uniform(14, 30), (SNOW, INK, SNOW, JUNIPER)[i % 4], (.10, .05, .10, .10)[i % 4], clip=kg)
# --- the road
top = [(-40, 1010), (300, 1002), (760, 1020), (1200, 1030), (1620, 1040), (2000, 1052), (2440, 1030)]
bot = [(2440, 1140), (2000, 1166), (1620, 1160), (1200, 1152), (760, 1146), (300, 1122), (-40, 1130)]
c.path(smooth([(x, y - 12) for x, y in top]) + ' ' + smooth([(x, y + 16) for x, y in bot]).replace('M', 'L', 1) + ' Z', mix(SAND, OCHRE3, .2))
d = smooth(top) + ' ' + smooth(bot).replace('M', 'L', 1) + ' Z'; kroad = c.clip(d); c.path(d, mix(M3, OCHRE3, .46)); c.path(smooth(top) + ' ' + smooth([(x, y + 40) for x, y in top][::-1]).replace('M', 'L', 1) + ' Z', SNOW, .08)
mid = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 4) for a, b in zip(top, bot[::-1])]; c.line(smooth(mid), CREAM, 7, .75, dash='74 58', cap='butt')
for q, o in ((top, 7), (bot, -8)): c.line(smooth([(x, y + o) for x, y in q]), CREAM, 4, .5)
# guard posts along the edge with long shadows
def post(x, y, h):
    c.poly([(x - 6, y - 2), (x + 8, y), (x + 168, y + 26), (x + 150, y + 30)], INK, .2); c.rect(x - 9, y - h, 18, h, SNOW, 3); c.rect(x - 9, y - h * .72, 18, h * .24, MADDER); c.rect(x + 1, y - h, 8, h, INK, 3, .18)
for i in range(13):
    x = 60 + i * 196; t = (x + 40) / 2480 * (len(top) - 1); a, b = top[int(t)], top[min(int(t) + 1, len(top) - 1)]; y = a[1] + (b[1] - a[1]) * (t - int(t)) - 16; post(x, y, 54)
# --- yaks and herders on the verge by the valley
for x, y, L, m, g, q in ((250, 930, 150, 1, 1, None), (450, 952, 172, 1, 0, mix(INK, OCHRE3, .45)), (118, 962, 166, -1, 1, mix(INK, OCHRE3, .3)), (1610, 976, 158, 1, 1, None), (1780, 1000, 176, -1, 0, mix(INK, OCHRE3, .5))):
    c.poly([(x - L * .3, y - 2), (x + L * .36, y + 2), (x + L * 1.25, y + L * .16), (x + L * .7, y + L * .18)], INK, .2); (yak if x == 450 else cow)(c, x, y, L, m, q, bool(g))
# --- the ambulance, its headlamp lit
AX, AY, AL = 1210, 1124, 700
c.poly([(AX - AL * .46, AY - 6), (AX + AL * .48, AY - 6), (AX + AL * 1.06, AY + 66), (AX + AL * .14, AY + 76)], INK, .17)
u = AL / 100
c.poly([(AX + 48 * u, AY - 17.5 * u), (AX + 132 * u, AY - 10 * u), (AX + 136 * u, AY + 3 * u), (AX + 100 * u, AY + 2 * u)], '#FBE3B6', .26); c.ell(AX + 108 * u, AY - 1 * u, 30 * u, 4.5 * u, '#FBE3B6', .38)
ambulance(c, AX, AY, AL, 1)
c.circle(AX + 47.5 * u, AY - 17 * u, 5 * u, '#FBE3B6', .35); c.circle(AX + 47.5 * u, AY - 17 * u, 2 * u, SNOW)
c.circle(AX + 18.5 * u, AY - 44.5 * u, 6 * u, '#F6D79C', .35)
# --- herders in front: the boy waves, the woman holds the dog's rope
x, y = 560, 1262
for px, w, L in ((x, 60, 330), (x + 128, 40, 240)): c.poly([(px - w * .4, y - 2), (px + w * .4, y + 6), (px + L, y + L * .20), (px + L * .9, y + L * .22)], INK, .2)
person(c, x, y, 400, face='34r', dress='chuba', col=MADDER, col2=GOLD, shirt=CREAM, off='r', hair='braid', hat='felt', hatcol=OCHRE3, skin=1, mood='smile', tilt=4, arm_r=(96, 168), arm_l=(-10, 4), cast=0)
person(c, x + 132, y + 8, 262, kind='child', face='34r', dress='down', col=GOLD, col2=CREAM, trousers=INK, hat='fur', hatcol=TEAL, skin=2, mood='open', arms='wave_r', arm_l=(-20, -40), cast=0)
yak(c, 300, 1286, 330, 1, mix(INK, OCHRE3, .22)); c.line('M%s %s q60 60 %s %s' % T(428, 1180, 120, -16), MADDER, 5)
c.path(smooth([(-40, 1180), (700, 1190), (1500, 1210), (2440, 1190)]) + ' L2440 1400 L-40 1400 Z', c.grad((0, INK, 0), (1, INK, .20)))
# --- fourth plane: boulders, grass and late flowers
rock(c, 2130, 1300, 250, 120, mix(OCHRE3, M2, .4)); rock(c, 2310, 1350, 330, 180, mix(OCHRE3, M2, .3)); rock(c, 1960, 1330, 120, 64, mix(OCHRE3, M1, .4))
for i in range(34): x = R.uniform(900, 2390); y = R.uniform(1215, 1340); (flower(c, x, y, R.uniform(8, 13), R.choice((MADDER, GOLD, CREAM, CORAL))) if i % 2 else tuft(c, x, y, R.uniform(24, 46), mix(JUNIPER, OCHRE2, .2)))
foreground(c, 'left', .8, (GOLD, CREAM, CORAL)); grass_fg(c, 1980, 2420, 1372, 110, 30, JUNIPER2)
c.save(__file__)
