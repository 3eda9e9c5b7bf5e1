"""A street at noon in a plateau town: whitewashed houses, open shops, people buying and talking, snow peaks at its end."""
from extra_rooms import *

c = Canvas(1600, 2400, time='noon', sun='left', seed=83)
R = c.R; VX, HY, F, E, W = 800, 1310, 1700., 2.9, 3.7
def P(X, v, Z): return VX + F * X / Z, HY + F * (E - v) / Z
def gy(Z): return HY + F * E / Z
def ph(Z, m=1.68): return F * m / Z
# --- sky and ranges
sky(c, 1180, sun=(.20, .135), r=.075, clouds=((.50, .06, .95, 0), (.04, .25, .55, 1), (.62, .20, .6, 1)))
ridge(c, 1270, 560, n=4, peaks=[(60, 900), (400, 800), (820, 560), (1180, 760), (1530, 840)], col=c.T['ridge'][0], shade=c.T['shade'][0], snow=900, seed=8)
band(c, 1030, 3)
ridge(c, 1280, 900, n=5, col=c.T['ridge'][1], shade=c.T['shade'][1], snow=960, seed=19); band(c, 1140, 9)
ridge(c, 1290, 1080, n=6, col=c.T['ridge'][2], shade=c.T['shade'][2], seed=27, sop=.45)
birds(c, 640, 470, 5, .8, 120)
with c.air(.2): hills(c, 1236, 22, n=6, scrub=16, seed=4, col=mix(OCHRE2, LEAF, .35), bottom=1420)
with c.air(.24): village(c, 560, 1060, 1338, 6, 62, seed=6)
with c.air(.12):
    for x, h in ((640, 120), (690, 150), (735, 110), (880, 130), (925, 160), (968, 120)): poplar(c, x, 1372, h, mix(JUNIPER, LEAF, .3), cast=False)
# --- the paved street
c.rect(0, 1362, 1600, 1040, c.grad((0, mix('#EBCB98', SNOW, .25)), (1, '#D6AE78')))
zs = [30.]
while zs[-1] > 4.2: zs.append(zs[-1] * .905)
for i in range(len(zs) - 1):
    z0, z1 = zs[i], zs[i + 1]; x = -W + (.45 if i % 2 else 0); n = 0
    while x < W:
        w = R.uniform(.75, 1.15); x1 = min(W, x + w); q = R.random()
        if q < .5: c.poly([P(x, 0, z0), P(x1, 0, z0), P(x1, 0, z1), P(x, 0, z1)], (SNOW, INK, OCHRE3, SNOW)[int(q * 8)], (.20, .035, .10, .12)[int(q * 8)])
        x = x1
    c.line([P(-W, 0, z1), P(W, 0, z1)], INK, 3, .06)
def strip(p, col, op=1): c.poly([P(*q) for q in p], col, op)
# --- walls in perspective
def wallhouse(sd, z0, z1, H, wall=CREAM, shops=((.15, .85),), rows=1, win=3, frieze=.55, aw=(MADDER, CREAM), goods=0, lit=True):
    """House on one side of the street (sd -1 left, +1 right) from depth z0 (near) to z1 (far), H metres high."""
    X = sd * W; Q = lambda z, v, dx=0: P(X - sd * dx, v, z); L = z1 - z0; Z = lambda t: z0 + L * t
    quad = lambda t0, t1, v0, v1, col, op=1, dx=0: c.poly([Q(Z(t0), v0, dx), Q(Z(t1), v0, dx), Q(Z(t1), v1, dx), Q(Z(t0), v1, dx)], col, op)
    sh = .0 if sd > 0 else .17                             # the left side lies in its own shade
    tone = lambda q, k=1.: mix(q, M3, sh * k) if sh else q
    # end wall toward us, above the nearer neighbour, and the far end above a lower one
    back = X + sd * 3.2
    c.poly([P(X, H, z0), P(back, H, z0), P(back, 0, z0), P(X, 0, z0)], mix(wall, M3, .16 if sd > 0 else .34))
    c.poly([P(X, H, z0), P(back, H, z0), P(back, H - frieze, z0), P(X, H - frieze, z0)], dark(MADDER2, .1)); c.poly([P(X, H + .14, z0), P(back, H + .14, z0), P(back, H, z0), P(X, H, z0)], mix(SNOW, M3, .2))
    quad(0, 1, 0, H, tone(wall))
    for i in range(7): t = R.uniform(.02, .9); v = R.uniform(3.2, H - frieze - .2); quad(t, t + .06, v, v + .06, INK, .05)
    quad(0, 1, 0, .5, tone(OCHRE2), .4); quad(0, 1, H - frieze - .28, H - frieze, INK, .12)
    # frieze with its dots and the coping
    quad(0, 1, H - frieze, H, tone(MADDER, .8)); quad(0, 1, H - frieze, H - frieze + .09, tone(GOLD2)); n = max(3, int(L / .62))
    for i in range(n): a = Q(Z((i + .5) / n), H - frieze * .46); r = F * .085 / Z((i + .5) / n); c.ell(a[0], a[1], max(2, r * .62), max(2.4, r), tone(CREAM))
    c.poly([Q(z0, H + .16, .12), Q(z1, H + .16, .12), Q(z1, H - .02, .12), Q(z0, H - .02, .12)], tone(SNOW))
    c.poly([Q(z0, H + .16, .12), Q(z0, H - .02, .12), P(back, H - .02, z0), P(back, H + .16, z0)], mix(SNOW, M3, .22))
    # upper windows
    for r in range(rows):
        v0 = 3.45 + r * 2.3; hh = 1.35
        for i in range(win):
            t = (i + .5) / win; g = .23 / win * 1.35
            c.poly([Q(Z(t - g * .86), v0 + hh + .1), Q(Z(t + g * .86), v0 + hh + .1), Q(Z(t + g * 1.25), v0 - .16), Q(Z(t - g * 1.25), v0 - .16)], INK)
            quad(t - g * .6, t + g * .6, v0, v0 + hh, tone('#CFE3E2')); c.poly([Q(Z(t - g * .6), v0 + hh), Q(Z(t + g * .2), v0 + hh), Q(Z(t - g * .6), v0 + .3)], SNOW, .45)
            for u in (-.62, -.04, .54): quad(t + g * u, t + g * (u + .1), v0, v0 + hh, MADDER)
            for v in (v0, v0 + hh * .58, v0 + hh - .06): quad(t - g * .62, t + g * .64, v, v + .08, MADDER)
            quad(t - g * 1.3, t + g * 1.3, v0 - .16, v0 - .05, tone(OCHRE2), 1, .1)
            quad(t - g * 1.25, t + g * 1.25, v0 + hh + .12, v0 + hh + .34, MADDER2, 1, .16); quad(t - g * 1.32, t + g * 1.32, v0 + hh + .34, v0 + hh + .44, GOLD, 1, .18)
            for j in range(6): a0, a1 = t - g * 1.25 + g * 2.5 * j / 6, t - g * 1.25 + g * 2.5 * (j + 1) / 6; c.poly([Q(Z(a0), v0 + hh + .13, .16), Q(Z(a1), v0 + hh + .13, .16), Q(Z(a1), v0 + hh - .12, .16), Q(Z((a0 + a1) / 2), v0 + hh - .2, .16), Q(Z(a0), v0 + hh - .12, .16)], tone((TEAL, CREAM, GOLD, CREAM)[j % 4]))
            if (i + r) % 2 == 0:
                for u in (-.34, .3):
                    p = Q(Z(t + g * u), v0 - .03, .12); k = F * .17 / Z(t); c.poly([(p[0] - k * .6, p[1] - k * 1.2), (p[0] + k * .6, p[1] - k * 1.2), (p[0] + k * .44, p[1]), (p[0] - k * .44, p[1])], CORAL); [c.circle(p[0] + (j - 1) * k * .6, p[1] - k * (1.6 + .4 * (j % 2)), k * .5, JUNIPER) for j in range(3)]; [c.circle(p[0] + (j - .5) * k * .7, p[1] - k * 2.1, k * .26, (MADDER, GOLD)[j]) for j in range(2)]
    # shops
    for si, (a, b) in enumerate(shops):
        quad(a - .012, b + .012, 0, 2.72, MADDER2); quad(a, b, .0, 2.6, mix(INK, OCHRE3, .42)); quad(a, b, 0, .62, tone(mix(OCHRE3, MADDER2, .25))); quad(a, b, .62, .72, tone(OCHRE))
        cols = [(MADDER, GOLD, TEAL, CREAM, CORAL, JUNIPER), (TEAL, MADDER, GOLD, M2, CREAM, MADDER2), (GOLD, OCHRE, CREAM, CORAL, OCHRE2, JUNIPER)][(goods + si) % 3]
        for v in (.74, 1.28, 1.82):
            quad(a + .01, b - .01, v - .05, v, OCHRE3); t = a + .015; mode = (goods + si + int(v * 2)) % 3
            while t < b - .03:
                w = R.uniform(.025, .055) * 6 / max(4, L); hh = R.uniform(.22, .42); q = R.choice(cols)
                if mode == 1: w *= 1.25
                if mode == 2: w *= 2.2
                w = min(w, b - .02 - t)
                if mode == 0: quad(t, t + w, v, v + hh, tone(q, .6)); quad(t + w * (.55 if sd < 0 else 0), t + w * (1 if sd < 0 else .4), v, v + hh, INK, .16)
                elif mode == 1:                                  # jars and pots
                    A, B = Q(Z(t), v), Q(Z(t + w), v); k = F / Z(t + w / 2); rx = abs(A[0] - B[0]) * .5; mx, my = (A[0] + B[0]) / 2, (A[1] + B[1]) / 2; hh = k * R.uniform(.2, .3)
                    c.ell(mx, my - hh * .5, rx, hh * .5, tone(q, .6)); c.ell(mx + rx * .3, my - hh * .46, rx * .6, hh * .42, INK, .13); c.rect(mx - rx * .5, my - hh * 1.12, rx, hh * .2, tone(OCHRE2 if q != OCHRE2 else CREAM, .6), 2)
                else:                                            # folded cloth in piles
                    m = R.choice((2, 3, 3)); 
                    for j in range(m): quad(t + w * .03 * j, t + w * (1 - .03 * j), v + .125 * j, v + .125 * j + .115, tone(R.choice(cols), .6))
                    quad(t + w * (.6 if sd < 0 else 0), t + w * (1 if sd < 0 else .4), v, v + .125 * m, INK, .13)
                t += w + R.uniform(.004, .02)
        quad(a, b, 2.28, 2.6, INK, .32); quad(a - .02, b + .02, 2.02, 2.36, INK, .16)
        # awning, striped, with a scalloped edge
        n = max(5, int((b - a) * L / .42)); hi, lo, out = 2.92, 2.36, 1.15
        for j in sorted(range(n), key=lambda j: -j):
            t0, t1 = a - .02 + (b - a + .04) * j / n, a - .02 + (b - a + .04) * (j + 1) / n; q = aw[j % 2]; q = mix(q, M3, .10) if sd < 0 else q
            c.poly([Q(Z(t0), hi), Q(Z(t1), hi), Q(Z(t1), lo, out), Q(Z(t0), lo, out)], q)
            A, B = Q(Z(t0), lo, out), Q(Z(t1), lo, out); A2, B2 = Q(Z(t0), lo - .2, out), Q(Z(t1), lo - .2, out); M_ = Q(Z((t0 + t1) / 2), lo - .34, out); c.path('M%s %s L%s %s L%s %s Q%s %s %s %s Z' % T(*A, *B, *B2, *M_, *A2), dark(q, .12))
        c.poly([Q(Z(a - .02), hi), Q(Z(a - .02), lo, out), Q(Z(a - .02), lo - .02, out), Q(Z(a - .02), lo - .05, 0)], INK, .35)
    return Q, Z, quad
def doorway(Q, Z, a, b, col=MADDER):
    c.poly([Q(Z(a - .012), 2.5), Q(Z(b + .012), 2.5), Q(Z(b + .03), 0), Q(Z(a - .03), 0)], INK); c.poly([Q(Z(a), 2.3), Q(Z(b), 2.3), Q(Z(b), 0), Q(Z(a), 0)], col); m = (a + b) / 2; c.line([Q(Z(m), 2.3), Q(Z(m), 0)], MADDER2, 4)
    for u in (.3, .7): p = Q(Z(a + (b - a) * u), 1.2); c.circle(*p, 4.5, GOLD)
    c.poly([Q(Z(a - .03), 2.75, .2), Q(Z(b + .03), 2.75, .2), Q(Z(b + .03), 2.52, .2), Q(Z(a - .03), 2.52, .2)], MADDER2); c.poly([Q(Z(a - .035), 2.86, .22), Q(Z(b + .035), 2.86, .22), Q(Z(b + .035), 2.75, .22), Q(Z(a - .035), 2.75, .22)], GOLD)
with c.air(.16):
    wallhouse(-1, 24, 31, 5.6, shops=((.1, .8),), win=3, aw=(TEAL, CREAM)); wallhouse(1, 23, 31, 6.0, wall=mix(CREAM, SAND, .4), shops=((.1, .5), (.6, .95)), win=4, aw=(GOLD, CREAM))
with c.air(.08):
    Q, Z, q_ = wallhouse(-1, 17.2, 23.6, 6.4, wall=mix(CREAM, SAND, .5), shops=((.06, .55),), win=3, aw=(GOLD, CREAM), goods=1); doorway(Q, Z, .70, .84)
    Q, Z, q_ = wallhouse(1, 16.4, 22.6, 5.5, shops=((.30, .92),), win=3, aw=(JUNIPER, CREAM), goods=2); doorway(Q, Z, .08, .2, TEAL)
with c.air(.03):
    Q, Z, q_ = wallhouse(-1, 11.6, 16.8, 5.6, shops=((.32, .95),), win=3, aw=(JUNIPER, CREAM), goods=2); doorway(Q, Z, .07, .21, TEAL)
    Q, Z, q_ = wallhouse(1, 10.9, 16.0, 6.5, wall=mix(CREAM, SNOW, .4), shops=((.05, .60),), win=3, aw=(TEAL, CREAM), goods=1); doorway(Q, Z, .73, .88)
# shade of the left houses on the street
prof = [(4, 1.5), (11.4, 1.5), (11.6, 1.2), (17, 1.2), (17.2, 1.6), (23.6, 1.6), (24, 1.2), (31, 1.2)]
c.poly([P(-W, 0, 31)] + [P(-W + w, 0, z) for z, w in prof[::-1]] + [P(-W, 0, 4)], INK, .15)
Q, Z, q_ = wallhouse(-1, 6.2, 11.2, 6.2, wall=mix(CREAM, SNOW, .3), shops=((.06, .92),), win=2, aw=(MADDER, CREAM), goods=0)
Q, Z, q_ = wallhouse(1, 6.0, 10.5, 5.5, shops=((.12, .90),), win=2, aw=(GOLD, CREAM), goods=1)
# flower pots on the roofs
for X, z, H in ((-W - .2, 13, 5.76), (W + .3, 12.5, 6.66), (-W - .2, 20, 6.56), (W + .3, 18, 5.66), (W + .2, 8.4, 5.66)):
    p = P(X, H, z); k = F / z; pot(c, p[0], p[1], k * .62, CORAL, 'flower')
# --- pennants across the street
for z, v0, v1, n, s_ in ((20, 5.6, 5.3, 18, .30), (12.2, 5.2, 5.6, 20, .34)):
    a, b = P(-W, v0, z), P(W, v1, z); bunting(c, a[0], a[1], b[0], b[1], F * .55 / z, n, size=F * s_ / z)
# --- stalls
def stall(sd, z0, z1, dep, kinds, col=OCHRE3, top=.78):
    """Sloping table of crates along a wall."""
    X0, X1 = sd * (W - .15), sd * (W - .15 - dep); h0, h1 = top + .28, top
    c.poly([P(X1, 0, z0), P(X1, 0, z1), P(X1 + .55, 0, z1), P(X1 + .55, 0, z0)], INK, .14)
    c.poly([P(X1, h1, z0), P(X1, h1, z1), P(X1, .0, z1), P(X1, .0, z0)], mix(col, M3, .0 if sd > 0 else .12)); c.poly([P(X0, h0, z0), P(X1, h1, z0), P(X1, 0, z0), P(X0, 0, z0)], dark(col, .24 if sd > 0 else .3))
    for j in range(1, 4): v = h1 * j / 4; c.line([P(X1, v, z0), P(X1, v, z1)], INK, 4, .22); c.line([P(X0, v * h0 / h1, z0), P(X1, v, z0)], INK, 4, .2)
    n = len(kinds)
    for i in range(n - 1, -1, -1):
        a, b = z0 + (z1 - z0) * i / n, z0 + (z1 - z0) * (i + 1) / n; kd, q = kinds[i]
        c.poly([P(X0, h0, a), P(X0, h0, b), P(X1, h1, b), P(X1, h1, a)], dark(OCHRE2, .12)); k = F / ((a + b) / 2)
        rows = 4
        for u in range(rows):
            for w_ in range(5):
                t = (u + .5) / rows; X = X0 + (X1 - X0) * t; v = h0 + (h1 - h0) * t; z = b - (b - a) * (w_ + .5) / 5; p = P(X, v + .06, z); r = k * .075
                if kd == 'ball': c.circle(p[0] + R.uniform(-2, 2), p[1], r, q if R.random() < .8 else light(q, .2)); c.circle(p[0] - r * .3, p[1] - r * .3, r * .28, SNOW, .4)
                elif kd == 'leafy': leaf(c, p[0], p[1] + r, r * 3, R.uniform(-50, 50), q if w_ % 2 else mix(q, LEAF, .5))
                else: c.ell(p[0], p[1], r * 1.15, r * .62, q, rot=R.uniform(-20, 20))
        c.line([P(X0, h0 + .03, a), P(X1, h1 + .03, a)], col, max(4, k * .045)); 
    c.line([P(X1, h1 + .02, z0), P(X1, h1 + .02, z1)], light(col, .2), max(5, F * .05 / z0))
def at(X, Z, m=1.68): x, y = P(X, 0, Z); return x, y, ph(Z, m)
def who(X, Z, m=1.68, **o):
    x, y, h = at(X, Z, m); o.setdefault('cast', .34); return person(c, x, y, h, **o)
# --- far people
with c.air(.14):
    who(-.6, 25, face='front', pose='walk', dress='chuba', col=MADDER, col2=GOLD, hair='bun', skin=1); who(.2, 27, face='back', dress='jacket', col=TEAL, skin=2); who(1.4, 24, face='34l', dress='chuba', col=mix(INK, TEAL, .3), hat='felt', hatcol=OCHRE3, skin=0); who(-1.9, 22, face='34r', dress='down', col=GOLD, hair='bob', skin=2)
with c.air(.08):
    who(2.2, 19, face='left', pose='walk', dress='chuba', col=JUNIPER2, col2=GOLD, apron=True, hair='braid', skin=0); who(-.2, 18, face='back', pose='walk', dress='sweater', col=CORAL, hair='pony', skin=1); who(.35, 18.3, .98, kind='child', face='back', dress='down', col=TEAL, skin=2, hat='beanie', hatcol=GOLD)
    who(-2.3, 16.4, face='34r', dress='suit', col=M3, hair='short', skin=1); who(-1.7, 16.2, 1.6, kind='elder', face='34l', dress='chuba', col=mix(MADDER2, INK, .2), col2=GOLD, skin=0)
# --- middle: tea drinkers on the left, a cyclist pushing his wheel, women coming home
stall(-1, 12.4, 15.2, .8, (('ball', CORAL), ('leafy', JUNIPER), ('ball', GOLD)))
stall(1, 12.0, 14.2, .8, (('long', MADDER), ('ball', GOLD), ('leafy', LEAF)))
who(2.2, 13.2, face='34r', dress='sweater', col=GOLD, col2=MADDER, trousers=M3, hair='bob', skin=2, arm_r=(44, 70), tilt=6)
who(.9, 13.4, face='front', pose='walk', dress='chuba', col=mix(TEAL, INK, .2), col2=GOLD, apron=True, hair='bun', skin=0, hold={'l': 'basket'}, tilt=4)
who(.25, 13.0, .95, kind='child', face='front', pose='run', dress='tracksuit', col=MADDER, col2=INK, shirt=SNOW, trousers=INK, hair='pigtails', skin=1, mood='open')
who(-1.75, 12.0, 1.6, kind='elder', face='34l', dress='chuba', col=mix(INK, MADDER2, .35), col2=GOLD, off='r', shirt=CREAM, hat='felt', hatcol=OCHRE3, skin=1, arms='back', lean=-4)
who(-2.75, 11.3, 1.64, face='34r', dress='sweater', col=mix(MADDER2, INK, .1), col2=GOLD, apron=CREAM, hair='bob', hat='scarf', hatcol=TEAL, skin=0, mood='open', arm_r=(50, 80), tilt=5)
# --- nearer: right, two neighbours talk before the cloth shop; left, fruit and vegetables
stall(-1, 7.0, 10.6, 1.0, (('ball', MADDER), ('ball', GOLD), ('leafy', JUNIPER), ('ball', CORAL)))
stall(1, 7.2, 10.0, .85, (('long', TEAL), ('long', MADDER), ('long', GOLD)), mix(TEAL, INK, .15), .86)
who(1.55, 9.7, 1.72, face='34r', dress='jacket', col=JUNIPER, col2=OCHRE3, shirt=CREAM, trousers=INK, hair='short', hat='cap', hatcol=mix(INK, TEAL, .3), skin=2, mood='open', arm_r=(40, 96), tilt=4)
who(2.35, 9.55, 1.62, face='34l', dress='chuba', col=mix(MADDER2, INK, .25), col2=GOLD, shirt=CREAM, apron=True, hair='braid', skin=0, mood='smile', arms='hold', tilt=-7)
who(-1.55, 9.3, 1.62, face='left', dress='tunic', col=M2, col2=CREAM, trousers=OCHRE3, hair='pony', skin=1, tilt=-4, arm_l=(-40, -92), arm_r=(-6, -10), mood='smile')
# --- the middle of the picture: grandmother with her basket and a child, going home
r = who(-.18, 6.65, 1.58, kind='elder', face='34r', pose='walk', dress='chuba', col=mix(INK, TEAL, .25), col2=GOLD, shirt=MADDER, apron=True, hair='bun', hat='scarf', hatcol=CORAL, skin=1, mood='smile', tilt=7, arm_l=(-14, -4), hold={'l': 'basket'}, to_r=(P(.42, .95, 6.6)))
who(.62, 6.55, 1.06, kind='child', face='34l', pose='walk', dress='down', col=GOLD, col2=MADDER, trousers=INK, hair='short', skin=2, mood='open', tilt=-9, to_l=(P(.42, .95, 6.6)), arm_r=(30, 150), hold={'r': 'balloon'}, holdcol=MADDER)
# a young woman with a parcel comes toward us, a man wheels his bicycle away
def bicycle(x, y, L, m=1, col=TEAL):
    u = L / 100; c.ell(x + 10 * u, y, 60 * u, 5 * u, INK, .16); p = lambda a, b: (x + m * a * u, y - b * u)
    for a in (-34, 34):
        c.o.append('<circle cx="%s" cy="%s" r="%s" fill="none" stroke="%s" stroke-width="%s"/>' % (*T(p(a, 22)[0], p(a, 22)[1], 21 * u), INK, n1(3.4 * u))); [c.line([p(a, 22), (p(a, 22)[0] + math.cos(i * 1.047) * 20 * u, p(a, 22)[1] + math.sin(i * 1.047) * 20 * u)], M2, 3, .6) for i in range(6)]
    for q in ([p(-34, 22), p(-12, 58), p(26, 60), p(34, 22)], [p(-34, 22), p(-2, 24), p(26, 56)], [p(-12, 58), p(-2, 24)]): c.line(q, col, 4 * u)
    c.line([p(-13, 62), p(-12, 56)], INK, 4 * u); c.rect(min(p(-22, 0)[0], p(-6, 0)[0]), p(0, 68)[1], 16 * u, 6 * u, INK, 3 * u); c.line([p(26, 58), p(25, 74), p(14, 78)], INK, 4 * u); c.rect(min(p(-52, 0)[0], p(-22, 0)[0]), p(0, 74)[1], 30 * u, 24 * u, OCHRE2, 4); c.rect(min(p(-52, 0)[0], p(-22, 0)[0]), p(0, 74)[1], 30 * u, 6 * u, OCHRE3, 3)
    [c.circle(*p(-46 + i * 8, 76), 5 * u, q) for i, q in enumerate((LEAF, MADDER, GOLD))]
x, y, h = at(1.72, 6.3, 1.74)
person(c, x - 6, y - 16, h, face='34l', pose='walk', dress='suit', col=OCHRE3, col2=TEAL, shirt=SNOW, trousers=mix(INK, OCHRE3, .2), hair='crop', glasses=True, skin=1, mood='smile', tilt=4, to_l=(x - 112, y - h * .385), arm_r=(8, -30), cast=.3)
bicycle(x - 60, y + 18, 250, -1, TEAL)
# --- foreground
# pigeons
for x, y, k in ((980, 2190, 1.1), (1050, 2214, 1.), (905, 2230, 1.), (1000, 2262, 1.15)):
    c.ell(x + 8 * k, y, 26 * k, 5 * k, INK, .16); c.path('M%s %s q%s %s %s %s q%s %s %s %s q%s %s %s %s Z' % T(x - 30 * k, y - 12 * k, 18 * k, -22 * k, 40 * k, -12 * k, 14 * k, 4 * k, 10 * k, 18 * k, -26 * k, 12 * k, -50 * k, -6 * k), mix(M1, INK, .12)); c.circle(x + 18 * k, y - 26 * k, 9 * k, mix(M3, INK, .2)); c.poly([(x + 26 * k, y - 27 * k), (x + 35 * k, y - 23 * k), (x + 26 * k, y - 21 * k)], GOLD); [c.line([(x + d * k, y - 8 * k), (x + d * k, y)], CORAL, 3) for d in (-2, 6)]
# fourth plane: a flower seller's buckets at the left, sacks of barley at the right
for x, y, w, q in ((90, 2350, 150, TEAL), (236, 2390, 140, MADDER)):
    hh = w * 1.0
    for i in range(9): a = (i - 4) * 13; t = pol(x + (i - 4) * w * .05, y - hh, 180 + a, w * R.uniform(.7, 1.15)); c.line([(x + (i - 4) * w * .06, y - hh), t], JUNIPER2, 6); leaf(c, (x + t[0]) / 2, (y - hh + t[1]) / 2, w * .3, a + R.uniform(-40, 40), JUNIPER); flower(c, *t, w * .12, (MADDER, GOLD, CREAM, CORAL)[(i + int(x)) % 4])
    c.ell(x + w * .1, y, w * .6, w * .12, INK, .18); d = pts([(x - w * .5, y - hh), (x + w * .5, y - hh), (x + w * .38, y), (x - w * .38, y)]); c.shaded(d, q, pts([(x + w * .1, y - hh), (x + w, y - hh), (x + w, y), (x + w * .06, y)]), .15); c.ell(x, y - hh, w * .5, w * .11, dark(q, .3)); c.rect(x - w * .47, y - hh * .7, w * .94, hh * .1, SNOW, 0, .5)
for x, y, w, q, g in ((1530, 2400, 220, mix(OCHRE, CREAM, .3), GOLD), (1350, 2420, 180, mix(CREAM, M1, .2), mix(MADDER, OCHRE3, .3))):
    d = smooth([(x - w * .5, y), (x - w * .54, y - w * .4), (x - w * .42, y - w * .78), (x + w * .42, y - w * .78), (x + w * .54, y - w * .4), (x + w * .5, y)], True, .6); c.ell(x + w * .1, y, w * .62, w * .1, INK, .18); c.shaded(d, q, pts([(x + w * .1, y - w), (x + w, y - w), (x + w, y + 30), (x + w * .2, y + 30)]), .14); c.ell(x, y - w * .78, w * .46, w * .13, light(q, .3)); c.ell(x, y - w * .77, w * .39, w * .10, g); c.ell(x - w * .06, y - w * .81, w * .22, w * .06, light(g, .25))
leaves_corner(c, 'right', 30, JUNIPER, 1.1)
c.save(__file__)
