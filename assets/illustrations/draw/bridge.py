"""Morning in a forested valley: people cross a timber bridge above a turquoise river."""
from extra_plateau import *

c = Canvas(1920, 2400, time='morning', sun='right', seed=87)
R = c.R
sky(c, 1150, sun=(.77, .165), r=.075, clouds=((.06, .07, .9, 0), (.42, .045, .6, 1), (.50, .15, .55, 0), (.03, .2, .5, 1)))
birds(c, 640, 430, 5, .8, 120)
with c.air(.10): ridge(c, 1160, 470, n=3, col=c.T['ridge'][0], shade=c.T['shade'][0], snow=800, seed=5, peaks=[(250, 820), (700, 640), (1010, 470), (1420, 700), (1800, 800)])
band(c, 880, 3, 5, .4)
with c.air(.12): ridge(c, 1180, 800, n=5, col=c.T['ridge'][1], shade=c.T['shade'][1], seed=11)
band(c, 1000, 8, 6, .4)
c.rect(0, 1170, c.w, 1230, mix(mix(LEAF, JUNIPER, .35), c.T['air'], .45)); band(c, 1165, 4, 6, .5)
# --- wooded slopes folding into the valley, from far to near
def lerp(P):
    def f(x):
        for (a, b), (d, e) in zip(P, P[1:]):
            if a <= x <= d: t = (x - a) / (d - a); t = t * t * (3 - 2 * t); return b + (e - b) * t
        return P[-1][1] if x > P[-1][0] else P[0][1]
    return f
def slope(P, col, air, n, h, seed, rows=3, drop=120):
    f = lerp(P); x0, x1 = P[0][0], P[-1][0]
    with c.air(air):
        xs = [x0 + (x1 - x0) * i / 30 for i in range(31)]; d = pts([(x, f(x)) for x in xs] + [(x1, 1500), (x0, 1500)]); c.path(d, col); k = c.clip(d)
        c.poly([(x, f(x) + 60 + 40 * math.sin(x / 130)) for x in xs] + [(x1, 1500), (x0, 1500)], INK, .10, k)
        for r in range(rows):
            forest(c, x0, x1, lambda x: f(x) + r * drop + 12, h * .75, h * 1.15, int(n * (1 - .05 * r)), (JUNIPER2, mix(JUNIPER2, JUNIPER, .5), mix(JUNIPER2, TEAL, .25)), seed + r, tiers=5, jit=drop * .4)
slope([(-40, 760), (300, 900), (640, 1080), (900, 1190)], mix(JUNIPER, M2, .3), .46, 26, 100, 2, 3, 60)
slope([(1050, 1190), (1300, 1060), (1600, 880), (1960, 780)], mix(JUNIPER, M2, .3), .44, 26, 100, 8, 3, 60)
band(c, 1120, 12, 5, .34)
slope([(-40, 930), (220, 1030), (520, 1180), (760, 1275)], mix(JUNIPER, TEAL, .12), .24, 19, 160, 21, 3, 84)
slope([(1180, 1270), (1400, 1170), (1680, 1010), (1960, 900)], mix(JUNIPER, TEAL, .12), .22, 19, 160, 31, 3, 84)
# valley meadow and river
c.path(smooth([(-40, 1330), (400, 1290), (780, 1262), (1000, 1254), (1300, 1276), (1700, 1300), (1960, 1320)], k=.8) + ' L1960 2440 L-40 2440 Z', c.grad((0, mix(LEAF, SKYLOW, .35)), (.4, mix(LEAF, JUNIPER, .35)), (1, JUNIPER)))
with c.air(.12):
    for i in range(5): c.poly([(1260 - 12 * i, 1352 + 18 * i), (1560 + 40 * i, 1346 + 20 * i), (1560 + 40 * i, 1354 + 20 * i), (1260 - 12 * i, 1361 + 18 * i)], mix(GOLD, LEAF, .35 + .1 * (i % 2)), .7)
river(c, [(985, 1262, 16), (930, 1300, 34), (1040, 1362, 66), (900, 1470, 130), (1010, 1640, 270), (930, 1880, 470), (985, 2140, 640), (960, 2460, 760)], deep=mix(TEAL, SKY, .26), shallow=mix(SKY, SNOW, .1))
for i in range(46):                                       # ripples, larger in front
    t = R.random(); y = 1640 + 720 * t; w = 230 + 480 * t; x = 965 + R.uniform(-.9, .9) * w; L = R.uniform(40, 150) * (.5 + t)
    c.path('M%s %s q%s %s %s 0 q%s %s %s 0 Z' % T(x, y, L * .5, -9 * (.5 + t), L, -L * .5, 3, -L), SNOW if i % 4 else mix(TEAL, INK, .2), .34 if i % 4 else .3)
for x, y, w in ((760, 1720, 90), (1240, 1790, 120), (620, 1990, 150), (1130, 2060, 110), (1420, 2130, 190), (830, 2200, 130)):
    c.ell(x, y + 2, w * .74, w * .15, SNOW, .55); rock(c, x, y, w, w * .55); c.path('M%s %s q%s %s %s 0 q%s %s %s 0 Z' % T(x - w * .8, y + w * .1, w * .8, w * .2, w * 1.7, -w * .8, w * .07, -w * 1.7), SNOW, .6)
# banks with near trees behind the bridge
def bank(P, col):
    d = smooth(P, True, .6); c.path(d, col); return c.clip(d)
for x, h in ((60, 560), (190, 430), (330, 330)): spruce(c, x, 1530 + (330 - x) * .12, h, JUNIPER2, tiers=8)
for x, h in ((1870, 600), (1745, 460), (1640, 300)): spruce(c, x, 1520 + (x - 1640) * .14, h, mix(JUNIPER2, TEAL, .15), tiers=8)

for x, y, z in ((20, 1572, .6), (165, 1580, .42), (300, 1574, .34), (1905, 1570, .6), (1770, 1580, .45), (1640, 1566, .34)): shrub(c, x, y, z, mix(JUNIPER, JUNIPER2, .4), [CREAM, GOLD], 4 if z > .4 else 0, cast=False)
# --- the bridge: stone abutments, stacked beams, timber deck
def dk(x): return 1580 - 84 * (1 - ((x - 960) / 760) ** 2)
wood = OCHRE2; s = c.sh
c.path(smooth([(330, 1935), (700, 1880), (1200, 1880), (1600, 1940), (1200, 1985), (700, 1990)], True), INK, .15)      # its shade on the water
def abut(x0, x1, m):
    top = 1560; d = pts([(x0, top), (x1, top), (x1 + 26, 1990), (x0 - 26, 1990)]); st = mix(CREAM, M1, .42); c.path(d, st); k = c.clip(d); y = top; j = 0
    while y < 1990:
        x = x0 - 40 - (j % 2) * 40; h = 48
        while x < x1 + 40: w = R.uniform(70, 130); c.rect(x, y, w - 6, h - 6, mix(st, (OCHRE2, M2, SNOW, M1)[R.randrange(4)], .28), 10, clip=k); x += w
        y += h; j += 1
    c.poly([(x0 - 30, top), (x0 + (x1 - x0) * .42, top), (x0 + (x1 - x0) * .36, 1990), (x0 - 30, 1990)], INK, .15, k); c.rect(x0 - 30, top, x1 - x0 + 60, 26, INK, 0, .2, k)
    for r in range(4):                                    # cantilevered beams
        L = 300 - 66 * r; yy = 1588 + 44 * r; a = (x1 if m > 0 else x0); q = sorted((a - m * 40, a + m * L)); c.rect(q[0], yy, q[1] - q[0], 34, dark(wood, .16 + .05 * r), 4); c.rect(q[0], yy + 20, q[1] - q[0], 14, INK, 4, .18); c.rect((q[1] - 26) if m > 0 else q[0], yy, 26, 34, OCHRE, 4); c.circle((q[1] - 13) if m > 0 else q[0] + 13, yy + 17, 8, OCHRE3)
abut(120, 360, 1); abut(1560, 1800, -1)
bx = [60 + 1800 * i / 60 for i in range(61)]
def ribbon(v0, v1, col, op=1): c.poly([(x, dk(x) - v1) for x in bx] + [(x, dk(x) - v0) for x in bx[::-1]], col, op)
# far rail
for i in range(19): x = 80 + i * 97; c.rect(x - 6, dk(x) - 132, 12, 100, dark(MADDER2, .15))
ribbon(112, 126, dark(MADDER2, .1)); ribbon(66, 76, dark(MADDER2, .2))
ribbon(-16, 34, light(wood, .45)); ribbon(-46, -16, wood); ribbon(-46, -30, INK, .18)
for i in range(61): x = bx[i]; c.line([(x - 10, dk(x) - 32), (x, dk(x) + 14)], INK, 3, .13)
for x in (300, 560, 830, 1100, 1360, 1620): c.rect(x - 13, dk(x) + 22, 26, 34, dark(wood, .4), 4)
# people on the deck
def on(x, v=10): return x, dk(x) - v
x, y = on(460, 12); person(c, x, y, 330, face='34r', pose='walk', dress='chuba', col=mix(MADDER2, INK, .15), col2=GOLD, kind='elder', off='l', hat='felt', hatcol=OCHRE2, skin=1, mood='smile', to_r=(x + 92, y - 168), cast=.3); c.line([(x + 96, y - 196), (x + 112, y)], OCHRE3, 8)
x, y = on(1000, 22); horse(c, x, y, 320, -1, mix(OCHRE3, INK, .1), saddle=False)
c.path(smooth([(x - 90, y - 218), (x + 40, y - 224), (x + 74, y - 190), (x + 66, y - 120), (x - 76, y - 116), (x - 100, y - 180)], True, .6), CREAM); c.path(smooth([(x - 96, y - 150), (x - 30, y - 158), (x - 14, y - 96), (x - 90, y - 90)], True, .5), GOLD); c.path(smooth([(x + 2, y - 158), (x + 66, y - 150), (x + 62, y - 90), (x + 6, y - 92)], True, .5), TEAL); c.line([(x - 100, y - 168), (x + 74, y - 172)], MADDER, 9)
x, y = on(722, 10); p = person(c, x, y, 336, face='34l', pose='walk', dress='jacket', col=TEAL, col2=CREAM, trousers=INK, hat='cap', hatcol=GOLD2, skin=0, mood='open', to_r=(x + 52, y - 150), cast=.3)
c.line('M%s %s Q%s %s %s %s' % T(p['hand_r'][0], p['hand_r'][1], 790, y - 140, 788, dk(1000) - 22 - 238), MADDER2, 5)
x, y = on(1232, 8); person(c, x, y, 206, kind='child', face='left', pose='run', dress='tracksuit', col=INK, col2=GOLD, shirt=SNOW, hair='short', skin=2, mood='open', cast=.3); c.rect(x + 4, y - 146, 44, 60, MADDER, 12); c.rect(x + 26, y - 146, 22, 60, INK, 12, .13)
x, y = on(1352, 12); person(c, x, y, 216, kind='child', face='34l', pose='walk', dress='sweater', col=GOLD, col2=MADDER, hair='pigtails', skin=0, arms='wave_l', mood='open', cast=.3)
x, y = on(1520, 16); person(c, x, y, 326, face='34r', pose='walk', dress='chuba', col=mix(TEAL, INK, .45), col2=CREAM, apron=True, hair='braid', hat='scarf', hatcol=CORAL, skin=2, mood='calm', arms='low', lean=5, cast=.3)
c.path(smooth([(x - 84, y - 262), (x - 30, y - 268), (x - 32, y - 160), (x - 66, y - 150)], True, .4), OCHRE2); [c.line([(x - 80 + j * 4, y - 240 + 26 * j), (x - 32, y - 244 + 26 * j)], OCHRE3, 5, .7) for j in range(4)]
for j in range(5): leaf(c, x - 78 + j * 11, y - 262, 38, -24 + 12 * j, (JUNIPER, LEAF)[j % 2])
# near rail
for i in range(10):
    x = 96 + i * 192
    c.rect(x - 10, dk(x) - 112, 20, 128, MADDER); c.rect(x - 10, dk(x) - 112, 9, 128, INK, 0, .16); c.rect(x - 15, dk(x) - 124, 30, 16, GOLD, 4)
ribbon(78, 94, MADDER); ribbon(78, 84, INK, .18); ribbon(92, 96, CORAL); ribbon(34, 44, mix(MADDER, MADDER2, .5))
ribbon(-30, 8, mix(wood, OCHRE, .5)); ribbon(-30, -12, INK, .16); ribbon(5, 9, SNOW, .5)
# --- front planes: banks, rocks, plants
k = bank([(-60, 1606), (40, 1618), (140, 1740), (330, 1905), (430, 2040), (400, 2200), (540, 2330), (560, 2460), (-60, 2460)], mix(LEAF, JUNIPER, .35)); c.path(smooth([(-60, 1980), (200, 2040), (320, 2240), (420, 2460), (-60, 2460)], True, .6), INK, .08, k); c.path(smooth([(-60, 1606), (40, 1618), (140, 1740), (330, 1905), (430, 2040), (380, 2020), (280, 1930), (100, 1800), (-60, 1760)], True, .5), light(LEAF, .4), .7, k)
k = bank([(1980, 1606), (1880, 1618), (1785, 1735), (1640, 1880), (1560, 2030), (1600, 2200), (1500, 2330), (1480, 2460), (1980, 2460)], mix(LEAF, JUNIPER, .5)); c.path(smooth([(1980, 2000), (1800, 2060), (1690, 2260), (1600, 2460), (1980, 2460)], True, .6), INK, .08, k); c.path(smooth([(1980, 1606), (1880, 1618), (1785, 1735), (1640, 1880), (1560, 2030), (1600, 2020), (1680, 1920), (1820, 1800), (1980, 1750)], True, .5), light(LEAF, .45), .7, k)
for x, y, w in ((440, 2086, 130), (505, 2300, 180), (1555, 2080, 130), (1520, 2330, 210), (360, 1950, 90), (1640, 1930, 100)): c.ell(x, y + 4, w * .66, w * .12, SNOW, .4); rock(c, x, y, w, w * .6)
for i in range(22): y = R.uniform(1790, 2330); l = R.random() < .5; tuft(c, R.uniform(10, 300) if l else R.uniform(1690, 1900), y, 24 + (y - 1780) * .04, mix(JUNIPER2, JUNIPER, .5))
for x, y, z in ((210, 1960, .5), (1740, 1930, .52), (120, 1890, .36)): shrub(c, x, y, z, JUNIPER, [GOLD, CREAM], 7)
for i in range(26): l = i % 2; y = R.uniform(2040, 2330); flower(c, R.uniform(20, 330) if l else R.uniform(1660, 1900), y, R.uniform(9, 15), (CREAM, GOLD, CORAL)[i % 3])
shrub(c, 1780, 2440, 1.5, JUNIPER2, [MADDER, CORAL, CREAM], 12, cast=False); shrub(c, 90, 2440, 1.6, JUNIPER2, [GOLD, CREAM], 12, cast=False); grass_fg(c, 220, 520, 2425, 150, 24); grass_fg(c, 1420, 1660, 2425, 140, 20)
leaves_corner(c, 'left', 46, JUNIPER, 1.)
c.save(__file__)
