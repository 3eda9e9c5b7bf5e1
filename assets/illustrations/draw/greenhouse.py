"""Morning in an arched greenhouse: watering, carrying the harvest, tying up the tomato vines."""
from extra_plateau import *

c = Canvas(2400, 1600, time='morning', sun='left', seed=41)
VX, VY, C0, W, D, H = 1235, 880, 1050, 870, 560, 1150
FAR = .26
def X(u, f): return VX + (C0 - VX) * f + u * W * f
def Y(f): return VY + D * f
def prof(f, a=0, b=1, n=22):
    o = []
    for i in range(n + 1):
        t = math.pi * (a + (b - a) * i / n); o.append((X(-math.cos(t) * (1 if abs(math.cos(t)) < .2 else 1), f), Y(f) - H * f * max(0, math.sin(t)) ** .66))
    return o
Z = lambda z: 1 / z
ribs = [Z(1 + .40 * i) for i in range(8)]; FAR = ribs[-1]

# --- far planes
sky(c, 900, sun=(.085, .20), r=.08, clouds=((.70, .075, .9, 0), (.86, .21, .6, 1), (.30, .05, .5, 1)))
mountains(c, 905, top=330, seed=23)
with c.air(.2): hills(c, 850, 46, n=6, scrub=24, seed=6, col=mix(OCHRE2, LEAF, .3))
with c.air(.2): village(c, 1960, 2420, 935, 3, 96, seed=7)
with c.air(.2): village(c, -60, 240, 930, 2, 84, seed=3)
with c.air(.1):
    for x, h in ((1930, 190), (2010, 250), (2330, 210), (40, 230), (110, 170)): poplar(c, x, 975, h, mix(JUNIPER, LEAF, .3), cast=False)
ground(c, 950, cols=(mix('#EDD2A2', LEAF, .22), '#D9B07A'), pools=6, pebbles=16, tufts=20, seed=9)
with c.air(.12): greenhouse(c, 2010, 1075, 430, 125, arches=6)
for i in range(5): c.poly([(1830 + 0 * i, 1110 + i * 46), (2420, 1098 + i * 58), (2420, 1112 + i * 60), (1830, 1120 + i * 48)], mix(JUNIPER, LEAF, .3 + .1 * i), .55)

# --- the house: floor, beds
shell = smooth(prof(1, n=40), k=1)
fl = c.clip(pts([(X(-1, FAR), Y(FAR)), (X(1, FAR), Y(FAR)), (X(1, 1.02), Y(1.0)), (X(-1, 1.02), Y(1.0))]))
def strip(u0, u1, f0, f1, col, op=1): c.poly([(X(u0, f0), Y(f0)), (X(u1, f0), Y(f0)), (X(u1, f1), Y(f1)), (X(u0, f1), Y(f1))], col, op)
# film: what lies behind is paled by it
k = c.clip(shell + ' Z')
c.path(shell + ' Z', '#EAF1EA', .26)
strip(-1, 1, FAR, 1, mix(OCHRE3, OCHRE2, .45))
soil = mix(OCHRE3, INK, .34)
for u0, u1 in ((-.99, -.62), (-.50, -.19), (.19, .50), (.62, .99)):
    strip(u0 + .012, u1 + .03, FAR, 1.0, INK, .16); strip(u0, u1, FAR, 1.0, soil); strip(u0, u0 + .018, FAR, 1.0, light(soil, .35))
strip(-.185, .185, FAR, 1.0, '#F0DDB6'); strip(-.185, -.165, FAR, 1., INK, .1)
for i, (a, b) in enumerate(zip(ribs, ribs[1:])):         # the ribs' shadows slant over the floor
    m = (a * .4 + b * .6); w = .03
    c.poly([(X(-1, a), Y(a)), (X(1, m), Y(m)), (X(1, m * (1 - w)), Y(m * (1 - w))), (X(-1, a * (1 - w)), Y(a * (1 - w)))], INK, .10)
# panels of film between the ribs
for i, (a, b) in enumerate(zip(ribs, ribs[1:])):
    for j, (p, q) in enumerate(((0, .16), (.16, .34), (.34, .5), (.5, .66), (.66, .84), (.84, 1))):
        op = (.30, .20, .10, .06, .16, .12)[j] + .05 * ((i + j) % 2); c.poly(prof(a, p, q, 6) + prof(b, p, q, 6)[::-1], SNOW if j != 5 else M1, op)
    p = prof(a, .06, .13, 4) + prof(a * .3 + b * .7, .05, .12, 4)[::-1]; c.poly(p, SNOW, .12)
    c.poly(prof(a * .9 + b * .1, .70, .76, 4) + prof(a * .35 + b * .65, .71, .77, 4)[::-1], SNOW, .3)
# far end: frame with an open door
e = FAR; ep = prof(e); c.poly(ep, SNOW, .20); c.line(smooth(ep, k=1), TEAL, 7)
for u in (-.34, .34): c.line([(X(u, e), Y(e)), (X(u, e), Y(e) - H * e * .92)], TEAL, 6)
c.line([(X(-.34, e), Y(e) - H * e * .60), (X(.34, e), Y(e) - H * e * .60)], TEAL, 6)
c.poly([(X(-.31, e), Y(e)), (X(.31, e), Y(e)), (X(.31, e), Y(e) - H * e * .58), (X(-.31, e), Y(e) - H * e * .58)], '#FBEBCB', .75)
c.poly([(X(-.31, e), Y(e)), (X(.31, e), Y(e)), (X(.31, e), Y(e) - 24), (X(-.31, e), Y(e) - 24)], LEAF, .8)
dk = c.clip(pts([(X(-.31, e), Y(e)), (X(.31, e), Y(e)), (X(.31, e), Y(e) - H * e * .58), (X(-.31, e), Y(e) - H * e * .58)]))
with c.g(clip=dk):
    ridge(c, Y(e) - 60, Y(e) - 150, X(-.5, e), X(.5, e), 3, c.T['ridge'][1], c.T['shade'][1], seed=4); c.ell(X(0, e), Y(e) - 34, 130, 34, c.T['hill']); poplar(c, X(.18, e), Y(e) - 12, 92, cast=False); c.poly([(X(-.06, e), Y(e) - 44), (X(-.02, e), Y(e) - 44), (X(.16, e), Y(e)), (X(-.16, e), Y(e))], '#F0DDB6')
def rib(f, w):
    p = smooth(prof(f, n=30), k=1); c.line(p, TEAL, w * f + 2); c.line(p, light(TEAL, .4), max(3, w * f * .25), .55)
def purlins(a, b):
    for t in (.17, .34, .5, .66, .83):
        p, q = prof(a, t, t, 1)[0], prof(b, t, t, 1)[0]; c.line([p, q], TEAL, max(3, 6 * a), .55)
    for u in (-1, 1): c.line([(X(u, a), Y(a)), (X(u, b), Y(b))], mix(CREAM, OCHRE2, .5), 20 * a)
# --- plants and people, from far to near
items = []
n = 27
for i in range(n):
    f = Z(1.02 + 2.66 * (1 - i / (n - 1)))
    for u, kind in ((-.42, 0), (-.28, 1), (.28, 2), (.42, 3)): items.append((f + .0005 * u, 'low', u, kind, i))
n = 15
for i in range(n):
    f = Z(.985 + 2.6 * (1 - i / (n - 1)))
    for u in (-.80, .80): items.append((f, 'vine', u, 0, i))
for i, f in enumerate(ribs): items.append((f - .0006, 'rib', 0, 0, i))
items += [(.655, 'man', 0, 0, 0), (.70, 'girl', 0, 0, 0), (.868, 'woman', 0, 0, 0)]
R = c.R
for f, what, u, kind, i in sorted(items, key=lambda q: q[0]):
    x, y = X(u, f), Y(f)
    a = max(0, .34 - f * .42)
    with c.air(a):
        if what == 'low':
            s = 74 * f * R.uniform(.82, 1.14); x += R.uniform(-7, 7) * f
            if R.random() < .07 and f < .9: tuft(c, x, y, s * .5, LEAF); continue
            if kind in (0, 3): cabbage(c, x, y, s * 1.05, JUNIPER if kind == 0 else mix(JUNIPER, TEAL, .3))
            else: lettuce(c, x, y, s, LEAF if kind == 1 else mix(LEAF, GOLD, .25) if i % 3 else mix(MADDER2, JUNIPER, .35))
        elif what == 'vine': vine(c, x + R.uniform(-9, 9) * f, y, 520 * f * R.uniform(.92, 1.08), n=8)
        elif what == 'rib':
            if i < len(ribs) - 1: purlins(ribs[i], ribs[i + 1])
            if i: rib(f, 17)
        elif what == 'man':
            h = 580 * f; p = person(c, X(-.575, f), y, h, face='34r', dress='jacket', col=M3, col2=CREAM, trousers=mix(OCHRE3, INK, .45), hat='sun', hatcol=OCHRE, kind='elder', skin=1, lean=8, tilt=6, mood='calm', arm_l=(18, 58), arm_r=(26, 66), hold={'l': 'watering'}, holdcol=GOLD, cast=.3)
            hx, hy = p['hand_l']; uu = h * .1; ox, oy = hx + uu * 1.1, hy + uu * .02
            for j in range(7): c.line('M%s %s Q%s %s %s %s' % T(ox + 4, oy + 2, ox + uu * (.3 + .12 * j), oy - uu * .1, ox + uu * (.45 + .2 * j), oy + uu * (2.1 + .12 * (j % 3))), SNOW, 3, .8, dash='%d 8' % (11 + j % 3 * 3))
        elif what == 'girl':
            h = 560 * f; X0 = X(.555, f); person(c, X0, y, h, face='34r', dress='sweater', col=GOLD, col2=CREAM, trousers=INK, hair='pony', skin=2, mood='calm', to_l=(X0 + h * .27, y - h * .64), to_r=(X0 + h * .285, y - h * .76), tilt=5, lean=3, cast=.3, apron=mix(TEAL, INK, .1)); c.line('M%s %s q%s %s %s %s' % T(X0 + h * .28, y - h * .76, 9, 16, -2, h * .12), CREAM, 3)
        else:
            h = 575 * f; person(c, X(.0, f), y, h, face='34r', pose='walk', dress='chuba', col=mix(INK, TEAL, .3), col2=GOLD, shirt=CREAM, apron=True, hat='scarf', hatcol=MADDER, hair='none', skin=0, mood='open', arms='carry', hold={'both': 'basket'}, cast=.5, tilt=-4)
for u0, u1 in ((-.99, -.62), (-.50, -.19), (.19, .50), (.62, .99)):
    x0, x1 = X(u0, 1.0), X(u1, 1.0); c.rect(x0, Y(1) - 16, x1 - x0, 34, OCHRE2); c.rect(x0, Y(1) - 16, x1 - x0, 7, OCHRE); c.rect(x0, Y(1) + 12, x1 - x0, 12, INK, 0, .16); c.rect(x0 + 8, Y(1) - 22, 20, 44, OCHRE3); c.rect(x1 - 28, Y(1) - 22, 20, 44, OCHRE3)
# front arch, heavier, with its edge catching the light
p = smooth(prof(1, n=40), k=1); c.line(p, dark(TEAL, .25), 30); c.line(p, TEAL, 22); c.line(smooth(prof(1, .02, .55, 26), k=1), light(TEAL, .55), 6, .8)
purl = None
for u in (-1, 1): x = X(u, 1); c.poly([(x - 46, Y(1) + 16), (x + 46, Y(1) + 16), (x + 34, Y(1) - 56), (x - 34, Y(1) - 56)], mix(CREAM, M1, .3)); c.poly([(x + 6, Y(1) + 16), (x + 46, Y(1) + 16), (x + 34, Y(1) - 56), (x + 6, Y(1) - 56)], INK, .14); c.ell(x + 26, Y(1) + 16, 70, 12, INK, .14)
# --- before the house
path_strip(c, [(X(0, 1), Y(1) - 2, 160), (1010, 1530, 200), (960, 1640, 270)], '#F0DDB6')
crate(c, 2090, 1420, 230, (GOLD, CORAL, GOLD)); crate(c, 2240, 1500, 250, MADDER); crate(c, 2060, 1512, 240, (LEAF, JUNIPER))
can(c, 1830, 1500, 120, TEAL)
hen(c, 1420, 1532, 96, -1, SNOW); hen(c, 1560, 1552, 90, 1, OCHRE3, True); hen(c, 1300, 1492, 78, 1, mix(MADDER2, OCHRE3, .4), True)
for q in (70, 96, 140, 190, 230): pebble(c, 1560 + q * .6, 1548 + (q % 7), 3)
tuft(c, 330, 1500, 40); tuft(c, 1500, 1520, 36); tuft(c, 1690, 1560, 46)
# a barrow of straw left by the path
bx, by = 560, 1530
c.ell(bx + 40, by, 170, 16, INK, .16)
for j in range(30): a = R.uniform(-1, 1); leaf(c, bx + a * 105, by - 118 - R.uniform(0, 30), R.uniform(44, 82), a * 70 + R.uniform(-18, 18), (GOLD, OCHRE, OCHRE2)[j % 3])
c.line([(bx + 60, by - 62), (bx + 232, by - 104)], OCHRE3, 13); c.line([(bx + 96, by - 58), (bx + 110, by - 2)], OCHRE3, 11)
c.poly([(bx - 138, by - 132), (bx + 136, by - 132), (bx + 96, by - 50), (bx - 84, by - 50)], TEAL); c.poly([(bx + 40, by - 132), (bx + 136, by - 132), (bx + 96, by - 50), (bx + 30, by - 50)], INK, .15); c.line([(bx - 140, by - 132), (bx + 138, by - 132)], light(TEAL, .4), 7)
wheel(c, bx - 98, by - 38, 38)
foreground(c, 'left', 1., (GOLD, CREAM, CORAL))
c.save(__file__)
