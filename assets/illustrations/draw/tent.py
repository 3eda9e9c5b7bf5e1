"""Clinic day on the summer pastures: under the tent's porch a doctor takes an old woman's pulse."""
from extra_gather import *
from extra_plateau import dog, blacktent

c = Canvas(2400, 2400, time='morning', sun='left', seed=91)
c.T = dict(c.T, ground=(mix(LEAF, SAND, .42), mix(JUNIPER, SAND, .34)), hill=mix(LEAF, SAND, .34))
HZ = 1190; R = c.R
sky(c, HZ, sun=(.15, .155), r=.062, clouds=((.55, .07, 1.0, 0), (.80, .19, .74, 0), (.34, .16, .6, 1), (.62, .25, .6, 1)))
mountains(c, HZ, top=500, seed=33)
birds(c, 1500, 420, 6, .9, 170)
with c.air(.16): hills(c, 1090, 56, n=6, scrub=30, seed=4)
ground(c, 1196, pools=9, pebbles=16, tufts=46, seed=12)
river(c, [(2500, 1290, 16), (2200, 1318, 26), (1960, 1352, 36), (2020, 1408, 50), (2250, 1468, 70), (2520, 1530, 100)])
# --- herders' camp beyond
with c.air(.10): blacktent(c, 2200, 1262, 260, 150); yak(c, 1990, 1282, 104, 1, col=mix(OCHRE3, CREAM, .3))
with c.air(.08): yak(c, 140, 1282, 108, 1, graze=True); yak(c, 372, 1262, 86, -1, graze=True); [sheep(c, x, y, 54, m) for x, y, m in ((40, 1262, 1), (236, 1254, -1), (270, 1276, 1))]
# the meadow in flower: drifts of small blossoms, larger in front
for fx, fy, n, q in ((300, 1520, 16, CREAM), (1900, 1480, 14, GOLD), (700, 2000, 18, GOLD), (1620, 2130, 16, CREAM), (820, 2210, 18, CREAM), (2250, 1760, 14, CREAM), (120, 1820, 14, GOLD), (1560, 2300, 14, GOLD), (560, 2280, 14, MADDER), (1850, 2280, 14, CORAL)):
    for i in range(n):
        y = fy + R.gauss(0, 1) * (fy - 1150) * .05; x = fx + R.gauss(0, 1) * (fy - 1000) * .16; r = 2.5 + (y - 1200) * .008
        c.line([(x, y), (x + R.uniform(-3, 3), y + r * 2.6)], JUNIPER, max(3, r * .4)); c.circle(x, y, r, q) if r < 7 else flower(c, x, y, r, q)
for y, w, o in ((1330, 900, .10), (1420, 700, .08), (1560, 1000, .07), (2190, 1300, .08)): c.ell(R.uniform(300, 2100), y, w, w * .03, '#FBF0CF', o)
# the team's car and its track
c.path(smooth([(-20, 1490), (120, 1462), (240, 1446), (330, 1446)]) + ' L330 1456 ' + smooth([(330, 1456), (240, 1458), (130, 1480), (-20, 1520)]).replace('M', 'L', 1) + ' Z', SAND, .6)
with c.air(.05): ambulance(c, 250, 1452, 250, 1)
# --- clinic tent
def inside(x0, x1, y):
    w = x1 - x0
    c.rect(x0, y - 40, w, 60, mix(INK, OCHRE3, .35)); c.rect(x1 - 150, y - 300, 130, 262, mix(OCHRE3, INK, .3), 4)
    for i in range(3): c.rect(x1 - 142, y - 292 + i * 86, 114, 74, INK, 0, .5); [c.rect(x1 - 136 + j * 28, y - 292 + i * 86 + 74 - h, 22, h, q, 3) for j, (h, q) in enumerate(((46, CREAM), (34, TEAL), (52, GOLD), (40, SNOW)))]
    c.rect(x0 + 30, y - 96, 190, 16, M1, 4); c.rect(x0 + 30, y - 122, 190, 30, CREAM, 12); c.rect(x0 + 40, y - 146, 70, 34, SNOW, 14); [c.line([(x0 + 50 + e, y - 84), (x0 + 50 + e, y - 20)], M2, 8) for e in (0, 150)]
    c.line([(x0 + 150, y - 470), (x0 + 150, y - 400)], CREAM, 4); c.path('M%s %s l-34 46 h68 Z' % T(x0 + 150, y - 404), GOLD); c.circle(x0 + 150, y - 350, 60, '#FCEFD2', .16)
x0, x1, py = clinic_tent(c, 640, 1600, 980, inside=inside)
tent_pole(c, x0 + 12, py, 1770, -1, 120); tent_pole(c, x1 - 12, py, 1770, 1, 130)
pool(c, 1150, 1930, 900, 190, '#FBF0CF', .2)
c.poly([(x0, 1775), (x1, 1775), (x1 + 90, 1700), (1600, 1590), (640, 1610)], INK, .07)
# --- a late arrival leads his horse in
b = pony(c, 2068, 1606, 380, -1)
h = person(c, 1790, 1616, 392, face='34l', pose='walk', dress='chuba', hem=1.05, col=mix(INK, TEAL, .35), col2=GOLD, off='r', hat='felt', hatcol=OCHRE3, hair='short', skin=1, mood='calm', arms='rest', to_r=(1842, 1440), cast=.5)
c.line('M%s %s Q%s %s %s %s' % T(h['hand_r'][0], h['hand_r'][1], 1850, 1430, b[0] - 4, b[1] + 8), MADDER2, 5)
# --- boxes by the porch
for x, y, w, q in ((300, 1716, 150, M1), (316, 1622, 128, M1)):
    hh = w * .62; c.ell(x + 14, y, w * .56, 9, INK, .15) if y > 1700 else None; c.rect(x - w / 2, y - hh, w, hh, q, 8); c.rect(x + w * .1, y - hh, w * .4, hh, INK, 8, .12); c.rect(x - w / 2, y - hh * .74, w, 7, INK, 0, .2); c.rect(x - 8, y - hh * .6, 16, 44, TEAL); c.rect(x - 22, y - hh * .6 + 14, 44, 16, TEAL)
# --- nurse behind the table, writing
person(c, 1132, 1708, 438, face='34r', dress='tunic', col=TEAL, col2=CREAM, trousers=mix(TEAL, INK, .4), hair='bun', skin=2, mood='down', tilt=6, arms='book', hold={'both': 'clipboard'}, cast=.2)
# --- the table: pulse in the morning sun
stool(c, 902, 1900, 132, 152, MADDER2); stool(c, 1382, 1906, 132, 142, OCHRE3)
tb, tf = folding_table(c, 1136, 1884, 350, 204, d=.24)
c.poly([(1040, tf - 8), (1112, tf - 12), (1118, tf - 34), (1052, tf - 30)], SNOW); [c.line([(1058, tf - 24 + 6 * i), (1104 - 8 * i, tf - 27 + 6 * i)], INK, 3, .3) for i in range(2)]; c.line([(1122, tf - 12), (1152, tf - 26)], TEAL, 7)
prop(c, 'cup', 1226, tf - 20, 520)
c.ell(1146, tf - 40, 80, 16, INK, .16); c.rect(1072, tf - 76, 142, 38, CREAM, 19); c.rect(1072, tf - 56, 142, 18, INK, 12, .10); [c.rect(x, tf - 76, 11, 38, TEAL) for x in (1090, 1186)]
E = person(c, 1362, 1924, 606, kind='elder', face='34l', pose='sit', dress='chuba', hem=1.62, col=MADDER, col2=GOLD, hair='braid', skin=1, mood='smile', tilt=-5, lean=-7, to_l=(1188, tf - 70), arm_r=(-22, -54), shadow=False)
kx, ky = E['knee_l']; pangden(c, [(kx - 30, ky - 26), (kx + 76, ky - 34), (kx + 66, 1880), (kx - 28, 1884)])
# her bared wrist lies on the cushion, palm up; three of his fingers rest on it
sk = SKINS[1]; c.line([(1182, tf - 72), (1112, tf - 68)], sk, 27); c.line([(1180, tf - 62), (1114, tf - 59)], INK, 7, .12); c.ell(1096, tf - 68, 27, 17, sk, rot=4); c.line([(1086, tf - 70), (1062, tf - 62)], sk, 15); c.line([(1084, tf - 64), (1064, tf - 54)], dark(sk, .06), 12); c.line([(1104, tf - 78), (1090, tf - 92)], sk, 12)
D = person(c, 918, 1920, 636, face='34r', pose='sit', dress='doctor', col=SNOW, shirt=SKY, steth=True, hair='short', glasses=True, skin=0, mood='calm', tilt=11, lean=11, to_l=(1120, tf - 118), arm_r=(34, 72, .8, .8), trousers=INK, shadow=False)
qx, qy = D['hand_l']
for i in range(3): c.line([(qx + 4 + i * 9, qy + 2), (1134 + i * 15, tf - 96 + i), (1136 + i * 15, tf - 82 + i)], SKINS[0], 11)
c.line([(qx - 4, qy + 8), (1116, tf - 84)], dark(SKINS[0], .06), 11)
# --- at the left a child is listened to
N = person(c, 300, 2082, 690, face='34r', pose='half', dress='tunic', col=mix(TEAL, SKY, .55), col2=CREAM, trousers=mix(TEAL, SKY, .4), hair='pony', skin=2, mood='smile', lean=10, tilt=6, to_r=(560, 1866), arm_l=(10, 62), cast=.4)
K = person(c, 606, 2092, 440, kind='child', face='34l', dress='chuba', hem=1.15, col=GOLD, col2=MADDER, off='l', hair='short', skin=1, mood='open', arms='rest', arm_l=(-10, -2), tilt=-8, cast=.6)
hx, hy = N['head']; nx, ny = N['neck']; c.line(smooth([(hx - 22, hy + 14), (hx - 16, hy + 48), (nx + 26, ny + 26), (nx + 66, ny + 96)]), INK, 6); c.line(smooth([(nx + 44, ny - 2), (nx + 58, ny + 40), (nx + 66, ny + 96), (nx + 112, ny + 190), (566, 1866)]), INK, 6); c.circle(572, 1866, 13, M1); c.circle(572, 1866, 6, INK); c.ell(556, 1870, 17, 14, SKINS[2])
# --- people waiting on the bench
bench(c, 1956, 2066, 690, 168, OCHRE2)
person(c, 2196, 2092, 600, kind='teen', face='34l', pose='sit', dress='tracksuit', col=JUNIPER, col2=INK, shirt=SNOW, hair='crop', skin=2, mood='calm', arms='lap', shadow=False)
O = person(c, 1746, 2092, 640, kind='elder', face='34l', pose='sit', dress='chuba', hem=1.3, col=mix(OCHRE3, INK, .45), col2=GOLD, hat='fur', hatcol=MADDER, hair='short', skin=1, mood='calm', arms='knees', shadow=False)
q = O['hand_l']; c.line([(q[0] - 4, q[1] - 46), (q[0] - 26, 2090)], OCHRE3, 13); c.ell(q[0] - 2, q[1] - 2, 18, 15, SKINS[1])
person(c, 1968, 2094, 630, face='front', pose='sit', dress='chuba', hem=1.6, col=mix(TEAL, INK, .2), col2=GOLD, hair='braids', skin=0, mood='down', tilt=8, arms='lap', arm_l=(-30, 22), arm_r=(30, -22), shadow=False)
person(c, 1972, 1968, 310, kind='small', face='front', pose='sit', dress='sweater', col=CORAL, col2=CREAM, hat='beanie', hatcol=GOLD, hair='crop', skin=0, mood='calm', arms='lap', tilt=-8, shadow=False)
# --- a girl with her flowers and a patient dog
person(c, 1340, 2276, 430, kind='child', face='34l', pose='squat', dress='sweater', col=M3, col2=GOLD, hair='pigtails', skin=2, mood='smile', arms='hold', hold={'both': 'flowers'}, cast=.4)
dog(c, 1096, 2280, 230, 1, pose='sit')
foreground(c, 'left', 1.05, (GOLD, CREAM, MADDER)); foreground(c, 'right', 1., kind='hollyhock')
c.save(__file__)
