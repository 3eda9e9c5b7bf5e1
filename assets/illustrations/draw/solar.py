"""Late light over a solar field: two technicians at the panels, sheep between the rows."""
from extra_plateau import *

c = Canvas(2400, 1200, time='dusk', sun='right', seed=52)
HY, VX, F, HC = 455, 1760, 1500, 3.5
def P(X, y, z): return VX + F * X / z, HY + F * (HC - y) / z
sky(c, 475, sun=(.80, .265), r=.085, clouds=((.10, .10, .9, 0), (.47, .16, .7, 0), (.30, .30, .7, 1), (.62, .07, .6, 1), (.90, .13, .5, 1)))
g0 = c.T
with c.air(.20, '#F4B36A'): ridge(c, 472, 150, n=6, col=g0['ridge'][0], shade=g0['shade'][0], snow=296, seed=33)
band(c, 370, 4, 5, .3)
with c.air(.05, '#F4B36A'): ridge(c, 472, 285, n=6, col=g0['ridge'][1], shade=g0['shade'][1], snow=330, seed=40)
band(c, 425, 6, 4, .3)
ridge(c, 472, 372, n=7, col=g0['ridge'][2], shade=g0['shade'][2], seed=46, sop=.45)
with c.air(.22): hills(c, 436, 18, n=8, seed=4, bottom=520, scrub=20)
birds(c, 1290, 190, 5, .7, 130)
ground(c, HY + 8, cols=(mix('#DDB583', LEAF, .22), mix('#B98F60', JUNIPER, .12)), pools=8, pebbles=18, tufts=0, seed=5)
# pylons far off, right
with c.air(.3):
    a = None
    for x, y, h in ((2290, 512, 250), (2040, 482, 150), (1890, 473, 96)):
        l, r = pylon(c, x, y, h)
        if a: wires(c, a[0], l, 9); wires(c, a[1], r, 9)
        a = (l, r)
# --- the field
rows = [-60, -52, -44, -36, -28, -20, -12, -4.0]
def quad(x0, y0, z0, x1, y1, z1, col, op=1):
    z0 = max(z0, F * -x1 / (VX + 900)) if x1 < 0 else z0
    c.poly([P(x0, y0, z0), P(x0, y0, z1), P(x1, y1, z1), P(x1, y1, z0)], col, op)
for a in rows:                                           # grass between, shade under each row
    quad(a + .4, 0, 4, a + 5.4, 0, 120, LEAF, .30); quad(a + .2, 0, 4, a - 4.2, 0, 120, INK, .16)
quad(-3.0, 0, 4, 1.2, 0, 140, '#F1D5A4', .55); quad(-2.2, 0, 4, -1.6, 0, 140, INK, .05); quad(-.2, 0, 4, .4, 0, 140, INK, .05)
R = c.R
items = []
for i in range(26): tuft(c, R.uniform(1180, 2380), 1190 - R.uniform(0, 1) ** 1.6 * 420, R.uniform(18, 38), mix(JUNIPER, OCHRE2, .3))
z = 4.3
while z < 118: items += [('t', a, z) for a in rows]; z += 6.1
SH = [(-9.9, 15.5, 1, 1), (-10.6, 18.2, -1, 1), (-9.6, 27, 1, 0), (-10.4, 23, 1, 1), (2.0, 15.4, -1, 1), (3.4, 18.0, 1, 1), (4.2, 14.2, -1, 0), (2.4, 23, 1, 1), (5.2, 21, -1, 1), (3.6, 32, 1, 1), (6.4, 27, 1, 1), (7.6, 22.5, -1, 0), (-1.2, 38, 1, 1), (7.6, 42, -1, 1)]
items += [('s', i, q[1]) for i, q in enumerate(SH)] + [('p1', 0, 8.0), ('p2', 0, 8.6), ('dog', 0, 9.6), ('cab', 0, 34)]
def table(a, z0, air):
    z1 = z0 + 5.6; low, hi, wd = .5, 1.28, 1.9
    G = lambda u, v: P(a - wd * v, low + (hi - low) * v, z0 + (z1 - z0) * u)
    for u in (.12, .88):
        p = P(a - .15, 0, z0 + (z1 - z0) * u); q = P(a - .15, low + .1, z0 + (z1 - z0) * u); c.line([p, q], M2, max(3, 70 / z0))
        p = P(a - wd * .8, 0, z0 + (z1 - z0) * u); q = P(a - wd * .8, hi * .8, z0 + (z1 - z0) * u); c.line([p, q], dark(M2, .3), max(3, 60 / z0))
    e = .06
    c.poly([G(0, 0), G(1, 0), P(a + .02, low - e * 1.6, z1), P(a + .02, low - e * 1.6, z0)], M1)
    c.poly([P(a, low, z0), P(a - wd, hi, z0), P(a - wd, hi - e * 2, z0), P(a, low - e * 2, z0)], dark(M2, .25))
    c.poly([G(0, 0), G(1, 0), G(1, 1), G(0, 1)], light(M1, .25))
    nu, nv = (6, 2) if z0 < 30 else (3, 2); g = .014 if z0 < 30 else .05; gv = .014
    for i in range(nu):
        for j in range(nv):
            q = mix(M3, INK, (.46, .34, .40, .28)[(i * 3 + j * 2 + int(z0)) % 4])
            c.poly([G(i / nu + g / 2, j / nv + gv), G((i + 1) / nu - g / 2, j / nv + gv), G((i + 1) / nu - g / 2, (j + 1) / nv - gv), G(i / nu + g / 2, (j + 1) / nv - gv)], q)
    c.poly([G(.52, .98), G(.80, .98), G(.66, .02), G(.38, .02)], '#F8E3BE', .17); c.poly([G(.86, .98), G(.91, .98), G(.77, .02), G(.72, .02)], '#F8E3BE', .2)
    c.line([G(0, 1), G(1, 1)], '#F6D79C', max(3, 26 / z0), .8)
for what, a, z in sorted(items, key=lambda q: (-q[2], q[1] if q[0] == 't' else 0)):
    if what == 't' and P(a, 0, z + 5.6)[0] < -40: continue
    air = min(.55, max(0, (z - 9) / 110))
    with c.air(air):
        if what == 't': table(a, z, air)
        elif what == 's':
            X, _, m, gr = SH[a]; x, y = P(X, 0, z); L = 1.35 * F / z; c.cast(x, y, L * .6, L * 1.3, .13, dy=.10); sheep(c, x, y, L * R.uniform(.92, 1.08) * (.68 if a in (1, 10) else 1), m, bool(gr))
        elif what == 'cab':
            x, y = P(12.0, 0, z); w, h = 190, 120; c.cast(x, y, w, 220, .12, dy=.1); c.rect(x - w / 2, y - h, w, h, CREAM); c.rect(x - w / 2, y - h, w * .4, h, INK, 0, .16); c.rect(x - w / 2 - 8, y - h - 16, w + 16, 18, MADDER); c.rect(x + 12, y - h * .8, 46, h * .8, TEAL); c.rect(x - 74, y - h * .75, 56, 34, M3); [c.rect(x - 74, y - h * .75 + 4 + 8 * j, 56, 3, INK, 0, .5) for j in range(4)]
        elif what == 'p1':
            x, y = P(-2.75, 0, z); h = 1.72 * F / z; bx = x + 118; c.ell(bx - 10, y + 2, 62, 9, INK, .17); c.rect(bx - 46, y - 48, 92, 48, MADDER, 6); c.rect(bx - 46, y - 48, 34, 48, INK, 6, .14); c.rect(bx - 50, y - 54, 100, 12, dark(MADDER, .25), 5); c.line('M%s %s v-14 h34 v14' % T(bx - 17, y - 54), INK, 7); c.rect(bx - 8, y - 46, 16, 10, GOLD, 2)
            person(c, x, y, h, face='34l', pose='half', dress='vest', col=GOLD, shirt=M3, trousers=INK, hat='hard', hatcol=SNOW, hair='short', skin=1, mood='calm', lean=-8, to_l=P(-3.94, .62, z - .1), to_r=P(-3.8, .46, z - .3), hold={'r': 'wrench'}, cast=.9)
        elif what == 'p2':
            x, y = P(-.7, 0, z); h = 1.68 * F / z
            person(c, x, y, h, face='34l', dress='jacket', col=TEAL, col2=GOLD, trousers=mix(INK, M3, .3), hat='hard', hatcol=MADDER, hair='bob', skin=2, arms='hold', hold={'both': 'tablet'}, mood='smile', tilt=-4, cast=1.0)
        elif what == 'dog':
            x, y = P(1.75, 0, z); c.cast(x, y, 90, 260, .12, dy=.1); dog(c, x, y, 170, -1, mix(OCHRE3, MADDER2, .15), pose='sit', chest=CREAM)
# fence line and foreground
for i, q in enumerate((0, 1, 2, 3)):
    x = 2130 + q * 112; y = 1046 + q * 56; c.cast(x, y, 26, 260, .12, dy=.1); c.rect(x - 8, y - 150, 16, 154, OCHRE3); c.rect(x - 8, y - 150, 7, 154, INK, 0, .2)
for k in (124, 82, 40): c.line([(2130, 1046 - k), (2466, 1214 - k)], M3, 3.5, .6)
foreground(c, 'right', .8, (GOLD, CREAM), 'grass'); shrub(c, 2330, 1235, .8, JUNIPER2, [GOLD, CREAM], 8, cast=False)
c.save(__file__)
