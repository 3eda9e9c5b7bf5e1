"""Kindergarten courtyard at mid-morning: a class and their teacher lift a coloured cloth together."""
from kit import *

c = Canvas(2400, 1600, time='noon', sun='left', seed=21)
HZ = 930
# --- sky and mountains
sky(c, HZ, sun=(.215, .215), r=.08, clouds=((.60, .085, 1.0, 0), (.03, .10, .62, 0), (.40, .2, .6, 1), (.84, .22, .75, 0), (.70, .30, .6, 1)))
mountains(c, HZ, top=275, seed=14)
birds(c, 1010, 250, 5, .8, 150)
with c.air(.16): hills(c, 800, 50, n=7, scrub=26, seed=3, col=mix(OCHRE2, LEAF, .25))
# --- far town and the palace on its hill, both paled by distance
with c.air(.22): palace(c, 590, 900, 430)
with c.air(.20): village(c, 860, 1500, 930, 5, 92, seed=9)
with c.air(.20): village(c, -30, 380, 930, 3, 86, seed=5)
with c.air(.08):
    for x, h in ((70, 190), (150, 230), (226, 170), (905, 200), (972, 250), (1050, 190), (1290, 180), (1352, 236), (1420, 210)): poplar(c, x, 962, h, mix(JUNIPER, LEAF, .25 * (h % 3)), cast=False)
    for x, h in ((330, 150), (1160, 150), (760, 120), (470, 116)): round_tree(c, x, 966, h, LEAF if h > 130 else JUNIPER, cast=False)
# --- courtyard
ground(c, 958, pools=7, pebbles=26, tufts=0, seed=8)
wall(c, -20, 1520, 985, 74)
for x, s in ((60, .42), (640, .34), (930, .34), (1390, .44)): shrub(c, x, 1000, s, JUNIPER, (CREAM, GOLD), 5)
for i in range(16): tuft(c, c.R.uniform(20, 1480), 1004 + c.R.uniform(-4, 18), c.R.uniform(14, 24))
house(c, 1530, 1110, 980, 500, floors=2, cols=4, door_at=1, bat=.035, side=0, shadow=False)
c.poly([(1512, 1110), (2400, 1110), (2400, 1166), (1570, 1150)], INK, .12)
# things along the house
bench(c, 2130, 1150, 250, 62); prop(c, 'thermos', 2080, 1074, 300); prop(c, 'cup', 2140, 1088, 300, col=SNOW); prop(c, 'cup', 2185, 1088, 300, col=GOLD)
for x, p in ((1776, 'flower'), (2014, 'leaf'), (2290, 'flower')): pot(c, x, 1142, 120 if p == 'leaf' else 96, plant=p)
# painted flowers on the wall, a slanting shade from the roof's edge
for x, r, q in ((1775, 24, GOLD), (2020, 21, CORAL), (2265, 24, GOLD)):
    for i in range(9): a = i * .698; c.ell(x + math.cos(a) * r, 985 + math.sin(a) * r, r * .56, r * .56, q, .9)
    c.circle(x, 985, r * .62, OCHRE3); c.rect(x - 4, 985 + r * 1.5, 8, 66, JUNIPER); leaf(c, x, 1062, 46, 52, JUNIPER); leaf(c, x, 1062, 46, -52, JUNIPER)
c.poly([(2250, 610), (2420, 610), (2420, 1110), (2330, 1110)], INK, .07)
willow(c, 150, 1080, 500)
c.rect(862, 560, 11, 428, TEAL); c.rect(868, 560, 5, 428, INK, 0, .2); c.circle(867, 556, 13, GOLD)
bunting(c, 868, 572, 1530, 632, 78, 15, size=42)
# swing, with room around it
swing(c, 400, 1118, 280, 225)
pool(c, 1090, 1330, 900, 200)

# --- the cloth: a low dome of twenty strips
CX, CY, RX, RY, RISE, UP = 1130, 1372, 585, 158, 128, 152
def at(t, r):
    a = math.radians(t); up = 46 * r * r * math.exp(-((t - 270) / 26) ** 2); return CX + RX * r * math.cos(a), -up + CY - UP + RY * r * math.sin(a) - RISE * (1 - r * r) * (1 - .25 * r)
def foot(t, k=1.07): a = math.radians(t); return CX + RX * k * math.cos(a), CY + RY * k * 1.08 * math.sin(a)
def rim(t): return at(t, 1)
def strip(t0, t1):
    l = [at(t0, r / 8) for r in range(9)]; r_ = [at(t1, r / 8) for r in range(8, -1, -1)]
    m = at((t0 + t1) / 2, 1); m = (m[0], m[1] + 16)
    return smooth(l, k=1) + ' Q%s %s %s %s ' % (n1(m[0]), n1(m[1]), n1(r_[0][0]), n1(r_[0][1])) + smooth(r_, k=1).replace('M', 'L', 1) + ' Z'
def cloth():
    c.ell(CX + 70, CY + 20, RX * .98, RY * .98, INK, .15); c.ell(CX + 60, CY + 16, RX * .8, RY * .78, INK, .06)
    N = 20; cols = [MADDER, CREAM, TEAL, GOLD, CREAM]
    for i in sorted(range(N), key=lambda i: math.sin(2 * math.pi * (i + .5) / N)):
        t0, t1 = 360 * i / N, 360 * (i + 1) / N; d = strip(t0, t1); c.path(d, cols[i % 5]); mid_ = math.radians((t0 + t1) / 2)
        sh = max(0, .5 * math.cos(mid_) + .42 * math.sin(mid_) + .12)
        if sh > .1: c.path(d, INK, .02 + .12 * sh)
        elif math.cos(mid_) < -.5: c.path(d, SNOW, .12)
        k = c.clip(d); q = [at(t0, r / 8) for r in range(9)]; c.line(smooth(q, k=1), INK, 9, .07, clip=k)
    # a soft roll of shade where the cloth hangs in front
    d = ' '.join([smooth([at(t, .80) for t in range(0, 181, 20)], k=1), smooth([(at(t, 1)[0], at(t, 1)[1] + 22) for t in range(180, -1, -20)], k=1).replace('M', 'L', 1), 'Z']); c.path(d, INK, .07)
    x, y = at(0, 0); c.ell(x, y + 5, 40, 13, GOLD); c.ell(x, y + 3, 26, 7, CREAM)
kid = dict(kind='child')
def holder(t, h, w=.13, k=1.07, **o):
    x, y = foot(t, k); rx, ry = rim(t); ww = h * w
    a = dict(kind='child', to_l=(rx - ww, ry), to_r=(rx + ww, ry), cast=.42); a.update(o); return person(c, x, y, h, **a)
# chalk drawings on the ground
for tr, d in ((880, 'M620 1530 l0 -34 l60 -22 l60 22 l0 34 z M662 1530 l0 -22 l34 0 l0 22'), (-330, 'M830 1546 a34 12 0 1 0 68 0 a34 12 0 1 0 -68 0 M864 1524 l0 -10 M914 1546 l18 0 M814 1546 l-18 0 M828 1530 l-12 -7 M900 1530 l12 -7 M864 1567 l0 9 M900 1562 l12 6 M828 1562 l-12 6')):
    with c.g('translate(%d -14)' % tr): c.line(d, SNOW, 6, .75)
# back row
holder(240, 270, face='34r', dress='tracksuit', col=TEAL, col2=INK, shirt=SNOW, trousers=TEAL, skin=1, hair='short', mood='open')
holder(298, 262, face='34l', dress='chuba', hem=1.15, col=JUNIPER, col2=GOLD, skin=2, hair='pigtails', tilt=-6)
x, y = foot(270, 1.06); rx, ry = rim(270)
person(c, x, y - 4, 405, dress='sweater', col=mix(TEAL, INK, .3), col2=CREAM, trousers=INK, hair='bob', skin=2, mood='open', to_l=(rx - 66, ry - 4), to_r=(rx + 66, ry - 4), tilt=-5, scarf=GOLD)
holder(209, 282, face='34r', dress='sweater', col=GOLD, col2=MADDER, hair='braids', skin=0, w=.07)
holder(321, 272, face='34l', dress='down', col=CORAL, col2=GOLD, hair='short', hat='beanie', hatcol=JUNIPER, skin=1, w=.07, mood='open')
cloth()
# balls dancing on it
for x, y, g_, q, col in ((1000, 985, 120, 640, MADDER), (1262, 1010, 130, 470, GOLD), (1400, 1092, 90, 420, TEAL)):
    c.ell(x + 30, y + g_, 34, 9, INK, .13); prop(c, 'ball', x, y, q, col=col)
holder(176, 300, face='right', dress='dress', col=MADDER, col2=GOLD, shirt=CREAM, hair='pony', skin=2, w=.0, lean=-5)
holder(356, 296, face='left', dress='tracksuit', col=INK, col2=GOLD, shirt=SNOW, skin=0, w=.0, lean=6, mood='open')
holder(145, 322, face='34r', dress='chuba', hem=1.1, col=mix(MADDER2, INK, .25), off='l', hair='crop', skin=1, w=.06)
holder(113, 338, face='back', dress='sweater', col=TEAL, col2=CREAM, hair='pigtails', skin=0, tilt=5, w=.17, k=1.06)
holder(68, 344, face='back', dress='sweater', col=GOLD, col2=MADDER, hair='short', skin=2, hat='cap', hatcol=MADDER, tilt=-6, w=.17, k=1.06)
holder(33, 326, face='back', dress='dress', col=JUNIPER, col2=CREAM, shirt=CREAM, hair='braids', skin=1, w=.17, tilt=-8)
# the second teacher brings a shy little one to the game
sm = person(c, 1955, 1392, 236, kind='small', face='34l', pose='walk', dress='down', col=CORAL, col2=CREAM, hat='fur', hatcol=TEAL, skin=2, arm_l=(-12, -30), to_r=(2008, 1262))
person(c, 2082, 1380, 436, face='34l', dress='chuba', col=mix(INK, TEAL, .15), col2=GOLD, apron=True, hair='bun', skin=0, to_l=(2012, 1256), arm_r=(-6, -44), tilt=-10, hold={'r': 'closedbook'})
# fourth plane
foreground(c, 'left', 1., kind='hollyhock'); foreground(c, 'right', 1., (GOLD, CREAM, MADDER))
c.save(__file__)
