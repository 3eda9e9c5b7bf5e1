"""Late afternoon in a kindergarten room: small children paint and build at low round tables, a teacher kneels with them."""
from kit import *
from extra_kg import *

c = Canvas(2400, 1600, time='dusk', sun='left', seed=52)
FY = 800
room(c, FY, wall_col='#EFE2C4', floor_col=OCHRE2, beam=False)
# low ceiling beam
c.rect(0, 0, 2400, 46, MADDER); c.rect(0, 46, 2400, 8, GOLD); c.rect(0, 54, 2400, 9, TEAL); c.rect(0, 63, 2400, 18, INK, 0, .12)
for i in range(33): c.circle(38 + i * 73, 23, 9, CREAM); c.circle(38 + i * 73, 23, 3.6, GOLD2)

# --- big window: low sun over the ranges
WX, WY, WW, WH = 700, 190, 1000, 430
e = 46
c.poly([(WX - e, WY - 26), (WX + WW + e, WY - 26), (WX + WW + e + 26, WY + WH + 40), (WX - e - 26, WY + WH + 40)], INK)
sub = Canvas(WW, WH, 'dusk', 'left', 9); sub.n = 4000
sky(sub, 330, sun=(.30, .42), r=.13, clouds=((.60, .10, .62, 0), (.08, .16, .4, 1), (.74, .36, .5, 1)))
mountains(sub, 330, 104, 27)
hills(sub, 318, 16, seed=4, scrub=14, bottom=430)
with sub.air(.14): village(sub, 30, 980, 398, 7, 56, 8)
sub.rect(0, 396, WW, 40, mix(LEAF, OCHRE2, .3))
for x, h in ((70, 130), (112, 160), (640, 120), (900, 150), (940, 110)): poplar(sub, x, 432, h, mix(JUNIPER, OCHRE2, .2), cast=False)
for x, h in ((240, 80), (420, 90), (540, 70), (780, 86)): round_tree(sub, x, 434, h, mix(LEAF, OCHRE2, .25), cast=False)
c.defs += sub.defs; kk = c.clip('M%d %d h%d v%d h-%d Z' % (WX, WY, WW, WH, WW))
with c.g(clip=kk):
    with c.g('translate(%d %d)' % (WX, WY)): c.o += sub.o
c.poly([(WX + 120, WY), (WX + 300, WY), (WX + 60, WY + WH), (WX, WY + WH), (WX, WY + 260)], SNOW, .12, kk); c.rect(WX, WY, WW, 24, INK, 0, .18)
for i in range(4): c.rect(WX + WW * i / 3 - 12, WY - 12, 24, WH + 24, MADDER)
for y in (WY - 12, WY + WH - 12): c.rect(WX - 12, y, WW + 24, 24, MADDER)
c.rect(WX - 60, WY + WH + 12, WW + 120, 26, OCHRE); c.rect(WX - 60, WY + WH + 38, WW + 120, 14, INK, 0, .2)
n = 19; X, W = WX - 62, WW + 124; c.rect(X - 8, WY - 84, W + 16, 14, GOLD); c.rect(X, WY - 70, W, 26, MADDER2); c.rect(X, WY - 44, W, 62, INK, 0, .16)
for i in range(n): c.path('M%s %s h%s v22 q%s 30 %s 0 Z' % tuple(n1(v) for v in (X + i * W / n, WY - 44, W / n, -W / n / 2, -W / n)), (TEAL, CREAM, GOLD, CREAM)[i % 4]); c.rect(X + (i + .62) * W / n, WY - 44, W / n * .38, 28, INK, 0, .12)
for x, h, p in ((748, 108, 'flower'), (1010, 96, 'leaf'), (1640, 120, 'flower')): pot(c, x, WY + WH + 14, h, plant=p)
# --- pictures on the wall, two strings of them
for x0, x1, items in ((70, 570, (('house', MADDER), ('yak', GOLD), ('sun', TEAL))), (1830, 2350, (('rainbow', GOLD), ('fish', MADDER), ('hands', JUNIPER)))):
    y = lambda t: 176 + 46 * 4 * t * (1 - t) * .5
    c.line(smooth([(x0 - 20 + (x1 - x0 + 40) * t / 8, y(t / 8)) for t in range(9)]), INK, 3.5, .6)
    for i, (k, q) in enumerate(items):
        t = (i + .5) / 3; x = x0 + (x1 - x0) * t; w, h = ((138, 116), (126, 140), (140, 112))[(i + x0 // 100) % 3]; drawing(c, x - w / 2, y(t) - 4, w, h, k, None, (-2.5, 1.5, 3)[i], (SNOW, CREAM, SNOW)[i]); c.rect(x - 6, y(t) - 16, 12, 30, q, 3)
for x, y, w, h, k, q, r in ((120, 372, 150, 122, 'mount', MADDER, 1), (330, 356, 118, 146, 'flower', TEAL, -2), (500, 380, 132, 112, 'bird', GOLD, 2), (1850, 366, 124, 148, 'tree', MADDER, -1.5)): drawing(c, x, y, w, h, k, q, r)
# hooks with bags and coats on the right wall
c.rect(2010, 392, 330, 22, OCHRE3, 6); c.rect(2010, 406, 330, 8, INK, 4, .16)
for i, (x, q) in enumerate(((2050, MADDER), (2132, TEAL), (2214, GOLD), (2296, JUNIPER))):
    c.rect(x - 5, 408, 10, 22, GOLD2, 4)
    if i in (0, 2): satchel(c, x, 640, 300, 'back', 1, q, CREAM, up=.56)
    else: d = smooth([(x - 24, 424), (x + 24, 424), (x + 46, 462), (x + 40, 560), (x - 40, 560), (x - 46, 462)], True, .5); c.rect(x - 30, 432, 76, 132, INK, 10, .12); c.shaded(d, q, pts([(x + 6, 400), (x + 80, 400), (x + 80, 600), (x + 10, 600)]), .15); c.line([(x, 428), (x, 558)], dark(q, .3), 4); c.circle(x, 424, 12, CREAM)
# --- low shelf with boxes and toys along the left wall
sx, sy, sw, sh_ = 60, FY + 14, 560, 214
c.rect(sx + 16, sy - sh_ + 14, sw, sh_ - 4, INK, 8, .13); c.rect(sx, sy - sh_, sw, sh_, OCHRE3, 8)
for r in range(2):
    for i in range(4):
        x, y, w, h = sx + 14 + i * (sw - 14) / 4, sy - sh_ + 16 + r * 98, (sw - 14) / 4 - 14, 82; c.rect(x, y, w, h, dark(OCHRE3, .42)); c.rect(x, y, w, 12, INK, 0, .2); f = y + h; k = (i + r * 3) % 5
        if k == 0: c.rect(x + 10, f - 50, w - 20, 50, TEAL, 5); c.rect(x + w * .55, f - 50, w * .45 - 10, 50, INK, 4, .14); [c.circle(x + 26 + j * 20, f - 54, 12, (GOLD, CORAL, CREAM, GOLD)[j]) for j in range(4)]; c.rect(x + 10, f - 50, w - 20, 12, dark(TEAL, .1), 3)
        elif k == 1: books_row(c, x + 6, f, w - 12, 66, seed=i + 3)
        elif k == 2: block(c, x + 34, f, 44, 40, GOLD); block(c, x + 82, f, 36, 52, CORAL, 'cyl'); block(c, x + 34, f - 44, 44, 26, TEAL, 'tri')
        elif k == 3: c.rect(x + 10, f - 50, w - 20, 50, GOLD, 5); c.rect(x + w * .55, f - 50, w * .45 - 10, 50, INK, 4, .14); [c.line([(x + 26 + j * 15, f - 48), (x + 22 + j * 17, f - 74)], q, 7) for j, q in enumerate((MADDER, TEAL, JUNIPER, CORAL, M3))]; c.rect(x + 10, f - 50, w - 20, 12, dark(GOLD, .14), 3)
        else: c.circle(x + 40, f - 26, 26, CORAL); c.path('M%s %s a26 18 0 0 1 52 0 Z' % T(x + 14, f - 26), CREAM); c.rect(x + 78, f - 34, 30, 34, M2, 4)
c.rect(sx - 8, sy - sh_ - 10, sw + 16, 18, light(OCHRE3, .2), 4)
pot(c, 140, sy - sh_ - 8, 130, TEAL, 'tall'); prop(c, 'globe', 500, sy - sh_ - 16, 620)
for i, q in enumerate((MADDER, CREAM, TEAL)): c.rect(300 + i * 5, sy - sh_ - 28 - 18 * i, 110 - 10 * i, 18, q, 3)
# --- light through the window on the floor
def pane(x0, x1, t1=1.):
    d = lambda x, t: (x + 420 * t + (x - 1200) * .3 * t, FY + 4 + 800 * t); c.poly([d(x0, 0), d(x1, 0), d(x1, t1), d(x0, t1)], '#FCE7BC', .22)
for i in range(3): pane(WX + 14 + i * WW / 3, WX + WW / 3 * (i + 1) - 14)
def sheet(x, y, w, h, k, flip=False, rot=0, sk=0., col=SNOW):
    """A painting lying on a table; flip: it faces somebody on the far side."""
    f = -1 if flip else 1
    with c.g('matrix(%s %s %s %s %s %s)' % (f, .0, sk, n1(.42 * f), n1(x), n1(y))): drawing(c, -w / 2, -h / 2, w, h, k, None, rot, col)
def brush(x, y, dx, dy, q):
    c.line([(x - dx * .3, y - dy * .3), (x + dx, y + dy)], OCHRE3, 8); c.ell(x - dx * .42, y - dy * .42, 7, 11, q, rot=math.degrees(math.atan2(-dx, dy)))
def low(x, y, h, k=None, **o):
    px, py = seated(x, y - .27 * h, h, 0); return person(c, px, py, h, kind=k or 'child', pose='sit', shadow=False, **o)
def side(x, y, h, m, seat=.27, chair=TEAL, k='child', **o):
    kchair(c, x - m * h * .02, y, h * .5, 'right' if m > 0 else 'left', chair); px, py = seated(x, y - h * seat, h, m, k); c.ell(px, y - 2, h * .16, h * .03, INK, .15)
    return person(c, px, py, h, kind=k, face='right' if m > 0 else 'left', pose='sit', shadow=False, **o)
# --- second table, farther: two build a bridge of blocks
tx, ty = 2030, 1012
g1 = low(1930, 962, 342, face='34r', dress='sweater', col=M3, col2=GOLD, hair='crop', skin=1, mood='smile', tilt=8, arm_l=NOARM, arm_r=NOARM)
g2 = low(2150, 966, 334, face='34l', dress='sweater', col=mix(CORAL, CREAM, .12), col2=CREAM, hair='bun', skin=2, mood='open', tilt=-8, arm_l=NOARM, arm_r=NOARM)
rtable(c, tx, ty, 280, 80, 118, OCHRE, JUNIPER)
ky = ty - 118
for x, y, w, h, q, k in ((1860, ky - 4, 44, 34, MADDER, 'box'), (2182, ky + 8, 40, 40, JUNIPER, 'tri'), (1992, ky + 30, 42, 62, TEAL, 'box'), (2094, ky + 30, 42, 62, TEAL, 'box'), (2043, ky - 34, 156, 25, GOLD, 'box'), (2030, ky - 62, 62, 32, CORAL, 'half'), (2200, ky + 42, 44, 44, CORAL, 'cyl'), (1900, ky + 46, 60, 26, M2, 'box')): block(c, x, y, w, h, q, k)
jc = mix(CORAL, CREAM, .12)
reach(c, g1, 342, -1, (1888, ky - 62), (1890, ky - 26), M3, 1); reach(c, g1, 342, 1, (1962, ky - 66), (1990, ky - 36), M3, 1)
reach(c, g2, 334, 1, (2186, ky - 60), (2172, ky - 22), jc, 2, face='34l'); reach(c, g2, 334, -1, (2112, ky - 72), (2100, ky - 46), jc, 2, face='34l')
kchair(c, 2330, 1100, 178, 'left', GOLD)
# --- main table
TX, TY, RX, RY, TH = 1222, 1250, 440, 132, 158
top = TY - TH
tch = person(c, 1262, 1140, 720, face='34l', pose='kneel', dress='sweater', col=GOLD, col2=CREAM, trousers=mix(INK, TEAL, .3), hair='bun', skin=0, mood='smile', tilt=-14, lean=-9, cast=0, shadow=False, arm_r=NOARM, arm_l=(-34, -14), apron=TEAL)
b1 = low(1040, 1122, 400, face='34r', dress='tracksuit', col=JUNIPER, col2=INK, shirt=SNOW, hair='short', skin=1, mood='open', tilt=8, arm_l=NOARM, arm_r=NOARM)
b2 = low(1486, 1130, 392, face='34l', dress='dress', col=MADDER, col2=GOLD, shirt=CREAM, hair='braids', skin=2, mood='down', tilt=-8, arm_l=NOARM, arm_r=NOARM)
rtable(c, TX, TY, RX, RY, TH, OCHRE, TEAL)
# what lies on it
sheet(1076, top - 46, 150, 120, 'mount', True, 2); sheet(1432, top - 40, 140, 120, 'flower', True, -3, .1); sheet(905, top + 20, 130, 110, 'sun', False, 0, -.3); sheet(1090, top + 76, 150, 110, 'fish', False, 2, -.06)
c.ell(1262 + c.sh * 6, top + 8, 70, 20, INK, .13); c.ell(1258, top, 70, 20, SNOW); [c.ell(1258 + math.cos(a) * 44, top - 1 + math.sin(a) * 11, 13, 5.5, q) for a, q in zip((.2, 1.2, 2.4, 3.4, 4.4, 5.4), (MADDER, GOLD, TEAL, JUNIPER, CORAL, M3))]
jar(c, 1178, top + 20, 62, TEAL, MADDER); jar(c, 1345, top + 46, 58, CORAL, GOLD)
# sleeves of those behind
reach(c, b1, 400, -1, (988, top - 108), (1032, top - 70), JUNIPER, 1, cuff=INK); brush(1044, top - 74, 18, -56, TEAL)
reach(c, b1, 400, 1, (1094, top - 104), (1122, top - 62), JUNIPER, 1, cuff=INK)
reach(c, tch, 720, 1, (1352, top - 128), (1270, top - 84), GOLD, 0, 'adult', '34l', 1.0)
reach(c, b2, 392, -1, (1436, top - 92), (1410, top - 50), CREAM, 2, face='34l'); brush(1400, top - 56, 14, -54, MADDER)
reach(c, b2, 392, 1, (1534, top - 90), (1480, top - 44), CREAM, 2, face='34l')
# the ends of the table
side(748, 1300, 424, 1, chair=GOLD, dress='sweater', col=M3, col2=CREAM, hair='crop', skin=0, mood='smile', tilt=8, to_l=(872, top + 14), to_r=(920, top - 6), hold={'l': 'pencil'})
side(1706, 1304, 418, -1, chair=CORAL, dress='chuba', hem=1., col=mix(MADDER2, INK, .3), off='r', hair='bob', skin=1, mood='open', tilt=-6, to_r=(1590, top - 4), to_l=(1560, top - 22))
for x, y, w, h, q, k in ((1560, top + 36, 48, 40, TEAL, 'box'), (1560, top - 8, 40, 36, MADDER, 'cyl'), (1500, top + 64, 44, 40, GOLD, 'tri')): block(c, x, y, w, h, q, k)
# in front of it: one on a chair, a small one on tiptoe
px, py = seated(1098, 1462 - .27 * 446, 446, 0)
person(c, px, py, 446, kind='child', face='back', pose='sit', dress='sweater', col=CORAL, col2=GOLD, trousers=TEAL, hair='pigtails', skin=0, arms='hold', tilt=5, shadow=False); kchair(c, 1098, 1464, 226, 'back', GOLD)
person(c, 1420, 1440, 352, kind='small', face='back', dress='sweater', col=CREAM, col2=MADDER, trousers=M3, hair='short', skin=2, arm_l=(-150, -165), arm_r=(34, 18), tilt=-8, cast=.3)
# --- building on the rug
rug(c, 390, 1414, 370, 112, (MADDER, GOLD, INK, TEAL))
def tower():
    B = lambda *a: block(c, *a)
    for x, w, h, q, k in ((300, 70, 92, TEAL, 'box'), (400, 112, 92, CREAM, 'arch'), (500, 70, 92, TEAL, 'box')): B(x, 1410, w, h, q, k)
    B(400, 1318, 276, 34, GOLD, 'box')
    for x, q in ((306, CORAL), (494, CORAL)): B(x, 1284, 56, 74, q, 'cyl')
    B(400, 1284, 104, 78, JUNIPER, 'arch'); B(400, 1206, 246, 30, CREAM, 'box')
    B(340, 1176, 60, 66, M3, 'box'); B(460, 1176, 60, 66, M3, 'box'); B(400, 1110, 196, 28, MADDER, 'box'); B(400, 1082, 88, 56, GOLD, 'tri')
c.ell(440, 1414, 190, 26, INK, .16); tower()
person(c, 168, 1470, 452, kind='child', face='34r', dress='tracksuit', col=CORAL, col2=INK, shirt=SNOW, trousers=INK, hair='pony', skin=2, mood='open', tilt=-8, lean=6, to_r=(336, 1166), arm_l=(-18, 40), legs=((-8, -10), (10, 6)), cast=.3)
person(c, 640, 1500, 446, kind='child', face='34l', pose='kneel', dress='chuba', hem=.9, col=TEAL, col2=GOLD, hair='short', skin=0, mood='smile', tilt=-8, to_l=(528, 1368), to_r=(556, 1392), cast=.25)
block(c, 536, 1398, 52, 46, GOLD); c.circle(520, 1382, 14, SKINS[0]); c.circle(560, 1388, 14, SKINS[0])
for x, y, w, h, q, k in ((270, 1496, 60, 48, GOLD, 'box'), (352, 1512, 54, 46, CREAM, 'tri'), (450, 1508, 46, 50, TEAL, 'cyl'), (780, 1530, 60, 42, JUNIPER, 'box')): c.ell(x + 14, y, w * .6, 9, INK, .16); block(c, x, y, w, h, q, k)
# --- one brings clean water, step by step
person(c, 1990, 1508, 462, kind='child', face='34l', pose='walk', dress='sweater', col=mix(TEAL, INK, .25), col2=GOLD, trousers=OCHRE3, hair='braid', skin=1, mood='calm', tilt=-10, to_l=(1896, 1276), to_r=(1926, 1280), cast=.3, apron=CREAM)
jar(c, 1904, 1306, 62, SKY); c.circle(1922, 1288, 14, SKINS[1]); c.circle(1890, 1284, 13, SKINS[1])
pot(c, 2330, 1640, 460, TEAL, 'tall')
c.save(__file__)
