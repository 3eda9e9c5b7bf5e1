"""Morning at the village tap: women and children fetch water, a dog has its share."""
from extra_plateau import *

c = Canvas(1920, 2400, time='morning', sun='left', seed=95)
R = c.R
sky(c, 1010, sun=(.20, .15), r=.078, clouds=((.50, .055, .9, 0), (.70, .17, .7, 0), (.40, .20, .5, 1), (.02, .27, .5, 1)))
mountains(c, 1030, top=500, seed=61)
birds(c, 1010, 400, 5, .8, 130)
with c.air(.2): hills(c, 960, 56, n=5, scrub=26, seed=9, col=mix(OCHRE2, LEAF, .3))
with c.air(.26): village(c, 640, 1240, 1075, 4, 92, seed=8)
with c.air(.1):
    for x, h in ((610, 250), (676, 300), (742, 230), (1010, 210), (1150, 280), (1215, 230)): poplar(c, x, 1120, h, mix(JUNIPER, LEAF, .3), cast=False)
ground(c, 1100, cols=(mix('#EDD2A2', LEAF, .14), '#D3A873'), pools=9, pebbles=34, tufts=8, seed=12)
path_strip(c, [(930, 1104, 26), (905, 1190, 46), (860, 1320, 90), (800, 1520, 170), (860, 1800, 330), (950, 2100, 460), (960, 2460, 560)])
for x0, x1, y in ((560, 850, 1190), (1010, 1240, 1180)): wall(c, x0, x1, y, 46, frieze=False, col=mix(CREAM, OCHRE2, .25))
# --- houses with their stores of wood
def brush(x0, x1, y, h=34):
    """Twigs stacked along a roof's edge."""
    c.rect(x0, y - h, x1 - x0, h, OCHRE3); 
    for i in range(int((x1 - x0) / 11)): q = x0 + i * 11 + R.uniform(0, 6); c.line([(q, y - 2), (q + R.uniform(-7, 7), y - h - R.uniform(0, 12))], (OCHRE3, OCHRE2, dark(OCHRE3, .3))[i % 3], R.uniform(4, 7))
house(c, -40, 1440, 560, 400, floors=2, cols=3, door_at=2, bat=.03, side=.16, roofthings=False)
brush(10, 330, 1010); 
for x in (420, 480): pot(c, x, 1006, 70, plant='flower')
house(c, 1110, 1400, 620, 390, floors=2, cols=3, door_at=0, bat=.03, side=0, shadow=False); brush(1420, 1690, 976)
c.poly([(1096, 1400), (1760, 1400), (1760, 1436), (1150, 1430)], INK, .12)
woodpile(c, 1470, 1412, 240, 150, seed=9); c.rect(1458, 1256, 264, 14, mix(M1, M2, .4), 4); c.ell(1590, 1414, 140, 12, INK, .14)
woodpile(c, -30, 1462, 270, 190, seed=5); c.rect(-30, 1262, 286, 14, OCHRE3, 4)
# an old man takes the sun on a bench
bench(c, 352, 1492, 200, 56)
person(c, 350, 1496, 330, kind='elder', face='34r', pose='sit', dress='chuba', col=mix(INK, MADDER2, .3), col2=GOLD, hat='felt', hatcol=OCHRE3, skin=1, mood='closed', arms='lap', shadow=False, glasses=False)
prop(c, 'thermos', 428, 1424, 270, col=MADDER)
# --- the paved place round the tap
c.ell(1010, 1850, 620, 190, mix('#F0DDB6', M1, .28)); c.ell(1010, 1846, 600, 178, mix('#F0DDB6', M1, .12))
for i in range(46):
    a = R.uniform(0, 6.283); q = R.uniform(.1, .97) ** .6; x, y = 1010 + math.cos(a) * q * 570, 1846 + math.sin(a) * q * 166; w = R.uniform(44, 96); c.rect(x - w / 2, y - 9, w, 18, mix(M1, (OCHRE, SNOW, OCHRE2)[i % 3], .5), 8, .75)
c.ell(1180, 1990, 230, 40, mix(TEAL, SKY, .5), .75); c.ell(1150, 1984, 150, 20, SNOW, .35); c.ell(960, 1962, 90, 15, mix(TEAL, SKY, .5), .7); c.line('M1010 1880 q40 60 120 96', mix(TEAL, SKY, .45), 26, .8)
weeping(c, 1700, 1770, 1010, mix(LEAF, JUNIPER, .25))
# a neighbour goes home with a barrel on her back
def barrel(x, y, w, h):
    d = smooth([(x - w * .42, y - h), (x - w * .5, y - h * .5), (x - w * .42, y), (x + w * .42, y), (x + w * .5, y - h * .5), (x + w * .42, y - h)], True, .5); c.path(d, OCHRE2); k = c.clip(d)
    for j in range(-2, 3): c.line([(x + j * w * .18, y - h), (x + j * w * .2, y)], OCHRE3, 4, .6, clip=k)
    for t in (.16, .8): c.rect(x - w, y - h * t - 7, w * 2, 14, GOLD2, clip=k)
    c.poly([(x + w * .1, y - h * 1.1), (x + w, y - h * 1.1), (x + w, y), (x + w * .14, y)], INK, .15, k); c.ell(x, y - h, w * .42, w * .1, dark(OCHRE3, .2)); c.ell(x, y - h + 2, w * .3, w * .06, SKY)
x, y, h = 740, 1585, 440
person(c, x, y, h, face='back', dress='chuba', col=JUNIPER2, col2=CREAM, hair='bun', hat='scarf', hatcol=CORAL, skin=2, arms='back', tilt=-4, cast=.5); c.line([(x - 48, y - h * .74), (x - 44, y - h * .5)], MADDER, 9); barrel(x, y - h * .36, 112, 158); c.line('M%s %s q%s 22 %s 0' % T(x - 56, y - h * .52, 56, 112), MADDER, 8)
x, y = 600, 1560; person(c, x, y, 236, kind='child', face='34r', pose='walk', dress='sweater', col=GOLD, col2=MADDER, hair='short', skin=1, tilt=8, to_r=(676, 1416), mood='open', cast=.4)
# --- the tap
tx, ty, th = 940, 1850, 430
tap_post(c, tx, ty, th)
c.line([(tx + th * .2, ty - th * .81), (tx + th * .2, ty - th * .73)], M3, 12)
for j, (a, b) in enumerate(((-.13, .02), (-.02, .12), (-.15, -.03), (0, .14), (-.16, .03), (-.05, .13))): q = ty - th * (.14 + .14 * j); c.line([(tx + th * a, q), (tx + th * b, q)], INK, 4, .16)
c.rect(tx - th * .2, ty - th * .04, th * .4, th * .06, mix(M1, OCHRE2, .4), 4)
sx = tx + th * .34                                        # the jet and the can under it
can(c, sx + 4, ty - 52, 176, mix(SNOW, SKY, .25), -1)
bc = mix(OCHRE, M1, .4); c.path('M%s %s A%s %s 0 0 0 %s %s L%s %s L%s %s Z' % (n1(tx + th * .06), n1(ty - th * .18), n1(th * .34), n1(th * .07), n1(tx + th * .74), n1(ty - th * .18), n1(tx + th * .68), n1(ty + th * .04), n1(tx + th * .12), n1(ty + th * .04)), bc)
c.poly([(tx + th * .50, ty - th * .125), (tx + th * .74, ty - th * .18), (tx + th * .68, ty + th * .04), (tx + th * .48, ty + th * .04)], INK, .13); c.line('M%s %s A%s %s 0 0 0 %s %s' % (n1(tx + th * .06), n1(ty - th * .18), n1(th * .34), n1(th * .07), n1(tx + th * .74), n1(ty - th * .18)), light(bc, .5), 8)
c.line([(sx, ty - th * .60), (sx, ty - 52 - 158)], SKY, 22, .95); c.line([(sx - 3, ty - th * .60), (sx - 3, ty - 52 - 160)], SNOW, 6, .9)
for dx, dy in ((-20, 0), (18, -8), (-10, -18), (26, 8), (-30, 14)): c.circle(sx + dx, ty - 214 + dy, 5, SNOW, .9)
# woman bending to the can
x, y, h = 1345, 1905, 640
p = person(c, x, y, h, face='34l', dress='chuba', col=mix(INK, TEAL, .3), col2=GOLD, shirt=MADDER, apron=True, hair='braid', skin=0, mood='smile', lean=-15, tilt=-4, to_l=(sx + 30, ty - 212), to_r=(sx + 62, ty - 150), cast=.4)
for i in range(26): y = R.uniform(2040, 2340); pebble(c, R.uniform(560, 1420), y, R.uniform(5, 11))
for x0, x1 in ((700, 640), (1290, 1400)): c.line('M%s 2060 Q%s 2200 %s 2420' % T(x0, x0 + (x1 - x0) * .2, x1), INK, 26, .035)
for i, (x, y) in enumerate(((1092, 2080), (1040, 2110), (1096, 2150), (1010, 2180), (1110, 2226), (985, 2300), (1046, 2330))): c.ell(x, y, 15 - i % 3 * 3, 4.5, mix(OCHRE3, TEAL, .3), .34)
# boy washing his face at the overflow
x, y = 690, 1968; person(c, x, y, 420, kind='child', face='right', pose='squat', dress='tracksuit', col=TEAL, col2=INK, shirt=SNOW, trousers=TEAL, hair='crop', skin=2, mood='closed', arm_l=(52, 138), arm_r=(60, 142), cast=.3)
for dx, dy in ((78, -206), (92, -186), (70, -176), (100, -210), (86, -162)): c.circle(x + dx, y + dy, 5, SNOW, .95)
# girl on her way home with two cans
x, y, h = 1040, 2262, 420
p = person(c, x, y, h, kind='child', face='34r', pose='walk', dress='down', col=MADDER, col2=GOLD, trousers=INK, hair='braids', skin=1, mood='open', arm_l=(-14, -6), arm_r=(16, 8), cast=.5, tilt=-3)
can(c, p['hand_l'][0], p['hand_l'][1] + 100, 108, GOLD, 1); can(c, p['hand_r'][0], p['hand_r'][1] + 100, 108, TEAL, -1)
for k_ in ('hand_l', 'hand_r'): c.circle(p[k_][0], p[k_][1] + 2, 15, SKINS[1])
dog(c, 1480, 2062, 300, -1, mix(OCHRE3, INK, .28), pose='drink', chest=CREAM)
hen(c, 300, 1700, 92, 1, SNOW); hen(c, 420, 1742, 86, -1, OCHRE3, True); hen(c, 160, 1700, 80, 1, mix(MADDER2, OCHRE3, .4), True)
# cans in the queue
for x, y, h, q, m in ((330, 1905, 150, TEAL, 1), (425, 1935, 170, CREAM, -1), (520, 1902, 130, CORAL, 1)): can(c, x, y, h, q, m)
barrel(235, 1922, 130, 170)
# fourth plane
for i in range(12): tuft(c, R.uniform(60, 520), R.uniform(2060, 2330), R.uniform(30, 46))
for i in range(10): tuft(c, R.uniform(1700, 1890), R.uniform(1980, 2330), R.uniform(30, 50))
woodpile(c, -40, 2430, 330, 250, r=31, seed=2); foreground(c, 'right', 1., (GOLD, CREAM, CORAL)); hollyhock(c, 330, 2430, 430, MADDER); hollyhock(c, 420, 2430, 330, CORAL); hollyhock(c, 270, 2430, 290, GOLD); grass_fg(c, 240, 560, 2420, 130, 28)
c.save(__file__)
