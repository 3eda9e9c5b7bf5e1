"""Noon in the playground: children climb, slide, wait; a ball, a tricycle, poplars and mountains above."""
from kit import *
from extra_kg import *

c = Canvas(1600, 2400, time='noon', sun='left', seed=63)
HZ = 1330
sky(c, HZ, sun=(.25, .15), r=.085, clouds=((.50, .10, 1.0, 0), (.04, .235, .5, 0), (.70, .215, .62, 0), (.42, .20, .5, 1)))
mountains(c, HZ, top=570, seed=5)
birds(c, 640, 470, 6, .8, 130)
with c.air(.16): hills(c, 1225, 44, n=5, scrub=22, seed=12, col=mix(OCHRE2, LEAF, .3))
with c.air(.22): village(c, 560, 1560, 1360, 6, 92, seed=22)
with c.air(.06):
    for x, h in ((1330, 420), (1404, 560), (1486, 640), (1568, 520), (598, 400), (664, 500), (728, 360)): poplar(c, x, 1400, h, mix(JUNIPER, LEAF, .18 * (h % 3)), cast=False)
    for x, h in ((800, 150), (1250, 170)): round_tree(c, x, 1402, h, LEAF, cast=False)
ground(c, 1385, pools=9, pebbles=30, tufts=0, seed=33)
with c.air(.04): house(c, -260, 1470, 800, 330, floors=1, cols=4, door_at=3, side=0, bat=.03, roofthings=False, shadow=False); roof_things(c, 250, 1096, 44)
c.poly([(552, 1470), (640, 1486), (560, 1496), (0, 1490), (0, 1470)], INK, .11)
wall(c, 545, 1640, 1440, 74)
for x, s in ((620, .36), (1500, .4), (1240, .3)): shrub(c, x, 1452, s, JUNIPER, (CREAM, GOLD), 5)
for x in (120, 330): pot(c, x, 1492, 92, plant='flower')
for i in range(14): tuft(c, c.R.uniform(570, 1580), 1456 + c.R.uniform(-4, 20), c.R.uniform(16, 26))
# two with a rope in the distance
q1 = person(c, 316, 1588, 226, kind='child', face='34r', dress='dress', col=JUNIPER, col2=GOLD, hair='braids', skin=2, arm_r=(50, 80), cast=.3); q2 = person(c, 606, 1580, 218, kind='child', face='34l', dress='down', col=mix(M3, SNOW, .1), col2=GOLD, hair='short', skin=0, arm_l=(-50, -80), cast=.3)
a, b = q1['hand_r'], q2['hand_l']; c.line('M%s %s Q%s %s %s %s' % T(a[0], a[1], (a[0] + b[0]) / 2, a[1] + 210, b[0], b[1]), MADDER, 5)
# --- sandy bed under the slide
c.ell(900, 1850, 660, 106, OCHRE3, .5); c.ell(900, 1842, 650, 100, mix(SAND, SNOW, .35)); c.ell(860, 1834, 480, 60, SNOW, .2)
# --- slide: tower, chute, ladder
X0, X1, FY, DY, RY = 960, 1180, 1838, 1398, 900; dz = (34, -34)
BED = [(X0 + 6, DY + 2), (X0 - 70, DY + 14), (X0 - 180, DY + 82), (X0 - 330, DY + 212), (X0 - 470, DY + 322), (X0 - 570, DY + 366), (X0 - 660, DY + 376)]
off = lambda p, dx, dy: [(x + dx, y + dy) for x, y in p]
def ribbon(a, b): return smooth(a, k=.9) + ' ' + smooth(b[::-1], k=.9).replace('M', 'L', 1) + ' Z'
# shadows on the sand
c.poly([(X0 - 20, FY + 8), (X1 + 20, FY - 20), (X1 + 330, FY + 44), (X1 + 80, FY + 78)], INK, .12)
c.path(ribbon([(x + 60, FY + 14 + (DY + 380 - y) * .12) for x, y in BED], [(x + 90, FY + 34 + (DY + 380 - y) * .16) for x, y in BED]), INK, .12)
bunting(c, 545, 1104, X0 - 60, RY + 4, 46, 12, size=40)
# far posts
for x in (X0, X1): c.rect(x + dz[0] - 9, RY, 18, FY + dz[1] - RY, dark(TEAL, .26))
# the house under the deck, somebody looks out
c.rect(X0 + 8, DY + 40, X1 - X0 - 16, FY - DY - 52, mix(CREAM, OCHRE, .35)); c.rect(X0 + 8, DY + 40, X1 - X0 - 16, 46, INK, 0, .16); c.poly([(X1 - 60, DY + 40), (X1 - 8, DY + 40), (X1 - 8, FY - 12), (X1 - 90, FY - 12)], INK, .10)
wx, wy = (X0 + X1) / 2, DY + 196; c.circle(wx, wy, 78, MADDER); c.circle(wx, wy, 64, mix(INK, OCHRE3, .2)); kk = c.clip('M%s %s a64 64 0 1 0 128 0 a64 64 0 1 0 -128 0' % T(wx - 64, wy))
with c.g(clip=kk): person(c, wx + 4, wy + 176, 270, kind='small', dress='sweater', col=M3, col2=CREAM, hair='pigtails', skin=1, mood='open', tilt=8, shadow=False)
for e in (-1, 1): c.circle(wx + e * 44, wy + 54, 13, SKINS[1])
for i, q in enumerate((TEAL, GOLD, CORAL, JUNIPER)): flower(c, X0 + 38 + i * 48, FY - 52 - 10 * (i % 2), 17, q)
# deck and railing
c.poly([(X0 - 12, DY), (X1 + 12, DY), (X1 + 12 + dz[0], DY + dz[1]), (X0 - 12 + dz[0], DY + dz[1])], light(OCHRE2, .25))
for i in range(6): c.line([(X0 + dz[0] + 12 + i * 40, DY - 130), (X0 + dz[0] + 12 + i * 40, DY - 36)], dark(TEAL, .2), 7)
c.line([(X0 + dz[0], DY - 132), (X1 + dz[0], DY - 132)], dark(TEAL, .2), 12)
# on the deck
person(c, 1104, DY - 14, 326, kind='child', face='34l', dress='chuba', hem=1.1, col=mix(MADDER2, INK, .25), col2=GOLD, off='r', hair='short', skin=1, mood='open', arm_r=(20, -50), to_l=(1040, DY - 122), tilt=-8, shadow=False)
# chute, far side and bed
c.path(ribbon(off(BED, 30, -70), off(BED, 30, -28)), dark(GOLD, .16)); c.path(ribbon(off(BED, 30, -30), off(BED, 0, 0)), light(GOLD, .42)); c.path(ribbon(off(BED, 8, -8), off(BED, 0, 0)), INK, .08)
def slider(x, y, rot, h, lean, tilt, **o):
    with c.g('translate(%s %s) rotate(%s)' % T(x, y, rot)): return person(c, -.077 * h, 0, h, kind='child', face='left', pose='floor', lean=lean, tilt=tilt, shadow=False, **o)
slider(X0 - 44, DY - 6, -8, 318, 8, 4, dress='sweater', col=CREAM, col2=TEAL, trousers=M3, hair='bob', skin=2, mood='smile', arms='knees')
slider(X0 - 190, DY + 66, -38, 338, 50, 14, dress='down', col=MADDER, col2=CREAM, trousers=INK, hair='pony', skin=0, mood='open', arm_l=(-142, -162), arm_r=(76, 96))
slider(X0 - 512, DY + 322, -14, 326, 20, 4, dress='tracksuit', col=TEAL, col2=INK, shirt=SNOW, trousers=TEAL, hair='crop', skin=1, mood='open', arm_l=(-70, -96), arm_r=(60, 40))
# supports and near side
for i, (x, y) in enumerate(((X0 - 250, DY + 150), (X0 - 480, DY + 334))): c.rect(x - 8, y, 16, FY - y + 4, TEAL); c.rect(x, y, 8, FY - y + 4, INK, 0, .2)
near = ribbon(off(BED, 0, -16), off(BED, 0, 20)); c.path(near, GOLD); kn = c.clip(near); c.path(ribbon(off(BED, 0, 2), off(BED, 0, 24)), INK, .14, kn); c.line(smooth(off(BED, 0, -15), k=.9), light(GOLD, .4), 8)
# near posts, deck edge, roof
for x in (X0, X1): c.rect(x - 11, RY - 6, 22, FY - RY + 6, TEAL); c.rect(x + 1, RY - 6, 10, FY - RY + 6, INK, 0, .18); c.ell(x + 14, FY, 30, 7, INK, .2)
c.rect(X0 - 18, DY - 2, X1 - X0 + 36, 26, OCHRE3, 4); c.rect(X0 - 18, DY + 12, X1 - X0 + 36, 12, INK, 3, .16)
for i in range(3): c.line([(X0 + 96 + i * 40, DY - 116), (X0 + 96 + i * 40, DY)], TEAL, 8)
c.line([(X0 + 76, DY - 120), (X1, DY - 120)], TEAL, 13)
c.line([(X0 + 76, DY - 120), (X0 + 60, DY)], TEAL, 10)
c.poly([(X0 - 74, RY), (X1 + 74, RY), (X1 + 14, RY - 150), (X0 + 34, RY - 150)], MADDER); kr = c.clip(pts([(X0 - 74, RY), (X1 + 74, RY), (X1 + 14, RY - 150), (X0 + 34, RY - 150)]))
c.poly([(X1 + 74, RY), (X1 + 118, RY - 36), (X1 + 14, RY - 150)], dark(MADDER2, .2))
for i in range(4): c.line([(X0 - 90, RY - 34 - i * 34), (X1 + 90, RY - 34 - i * 34)], INK, 6, .14, clip=kr)
c.poly([(X1 - 30, RY - 150), (X1 + 74, RY - 150), (X1 + 74, RY), (X1 - 60, RY)], INK, .10, kr)
c.rect(X0 + 20, RY - 164, X1 - X0 + 8, 18, GOLD, 9); n = 9; wv = (X1 - X0 + 148) / n
for i in range(n): c.path('M%s %s h%s v14 q%s 24 %s 0 Z' % T(X0 - 74 + i * wv, RY - 2, wv, -wv / 2, -wv), (CREAM, TEAL, CREAM, GOLD)[i % 4])
# ladder
F0, T0 = (X1 + 196, FY + 6), (X1 + 8, DY + 8); lerp = lambda a, b, t: (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t); dl = (44, -24)
c.line([(F0[0] + dl[0], F0[1] + dl[1]), (T0[0] + dl[0], T0[1] + dl[1])], dark(TEAL, .26), 15)
for i in range(8): p = lerp(F0, T0, (i + .6) / 8); c.line([p, (p[0] + dl[0], p[1] + dl[1])], OCHRE2, 14)
c.line([lerp(off([F0], dl[0], dl[1] - 104)[0], off([T0], dl[0], dl[1] - 104)[0], .1), off([T0], dl[0], dl[1] - 104)[0]], dark(TEAL, .2), 9)
rail = lambda t: lerp((F0[0], F0[1] - 104), (T0[0], T0[1] - 104), t)
r1 = lerp(F0, T0, 4.6 / 8); r0 = lerp(F0, T0, 0.6 / 8)
person(c, r1[0] + 42, r1[1] - 10, 322, kind='child', face='left', pose='step', dress='tracksuit', col=CORAL, col2=INK, shirt=SNOW, trousers=INK, hair='short', skin=2, hat='cap', hatcol=TEAL, to_l=rail(.86), to_r=off([rail(.74)], 40, -20)[0], lean=-10, tilt=-6, shadow=False, mood='smile')
person(c, r0[0] + 40, r0[1] - 8, 330, kind='child', face='left', pose='step', dress='dress', col=GOLD, col2=MADDER, shirt=CREAM, hair='pigtails', skin=1, to_l=rail(.34), to_r=off([rail(.22)], 40, -20)[0], lean=-8, tilt=-10, shadow=False, mood='open')
c.line([F0, T0], TEAL, 17); c.line([(F0[0] + 5, F0[1]), (T0[0] + 5, T0[1])], INK, 6, .18)
c.line([rail(.06), rail(1.0)], TEAL, 11)
for t in (.06, .5, .99): c.line([rail(t), lerp(F0, T0, t)], TEAL, 9)
# --- the teacher at the foot of the chute
person(c, 176, 1868, 540, face='34r', pose='half', dress='sweater', col=mix(TEAL, INK, .35), col2=GOLD, trousers=INK, hair='bun', skin=0, mood='open', lean=8, tilt=4, to_r=(330, 1690), to_l=(310, 1720), cast=.2)
# --- waiting; a small one digs
person(c, 1484, 1934, 356, kind='child', face='34l', dress='down', col=TEAL, col2=GOLD, hair='crop', hat='beanie', hatcol=GOLD, skin=0, mood='calm', arms='back', tilt=-8, cast=.3)
c.path('M1160 1958 Q1200 1916 1226 1922 Q1262 1920 1296 1958 Z', mix(SAND, OCHRE2, .35)); c.path('M1226 1922 Q1262 1920 1296 1958 L1240 1958 Z', INK, .1)
person(c, 1322, 1964, 330, kind='small', face='34l', pose='squat', dress='sweater', col=JUNIPER, col2=CREAM, trousers=M3, hair='bob', skin=2, to_l=(1242, 1900), to_r=(1262, 1906), mood='down', tilt=-8, cast=.2)
c.line([(1262, 1882), (1222, 1928)], OCHRE3, 8); c.poly([(1230, 1914), (1242, 1926), (1214, 1950), (1204, 1936)], MADDER); prop(c, 'bucket', 1152, 1916, 560, col=TEAL)
# --- ball and tricycle
person(c, 470, 2166, 424, kind='child', face='34r', pose='run', dress='sweater', col=CORAL, col2=CREAM, trousers=mix(INK, TEAL, .3), hair='braids', skin=2, mood='open', arm_l=(40, 84), arm_r=(64, 104), tilt=8, cast=.3)
c.ell(690, 2160, 60, 14, INK, .16); prop(c, 'ball', 672, 1990, 1150, col=MADDER)
tk = trike(c, 1010, 2240, 330, -1, MADDER)
person(c, tk['saddle'][0] + 10, tk['saddle'][1] + 76, 420, kind='child', face='left', legs=((-80, -34), (-86, -66, 1.22, 1.26)), dress='sweater', col=GOLD, col2=MADDER, trousers=M3, hair='crop', skin=1, to_l=(tk['grip'][0] - 4, tk['grip'][1] - 8), to_r=(tk['grip'][0] + 8, tk['grip'][1] - 4), shadow=False, mood='open', tilt=4, lean=-8)
foreground(c, 'left', .85, kind='hollyhock'); foreground(c, 'right', .95, (GOLD, CREAM, CORAL))
c.save(__file__)
