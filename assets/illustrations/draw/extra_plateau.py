"""Things of the highland scenes: conifers, vegetables, dogs, cans, woodpiles, rocks, herders' tent, weather instruments."""
import math
from kit import *


def T(*v): return tuple(n1(q) for q in v)


def spruce(c, x, y, h, col=JUNIPER2, cast=False, tiers=6, w=.2):
    """Slim mountain conifer with drooping tiers; lit on the sun's side."""
    s = c.sh; R = c.R
    if cast: c.cast(x, y, h * .2, h * .35, .09)
    c.rect(x - h * .014 - 1, y - h * .12, h * .028 + 2, h * .12, OCHRE3)
    L, Q = [], []
    for i in range(tiers):
        t = i / tiers; yy = y - h * (.07 + .82 * t); hw = h * w * (1 - t) ** .85 * R.uniform(.86, 1.1); inn = hw * .52
        L += [(x - hw, yy), (x - inn, yy - h * .07)]; Q += [(x + hw * R.uniform(.9, 1.05), yy + R.uniform(-.01, .01) * h), (x + inn, yy - h * .07)]
    top = (x, y - h); p = L + [top] + Q[::-1]; d = pts(p); c.path(d, col)
    sp = [(x, y - h), (x + s * h * .012, y - h * .6), (x - s * h * .01, y - h * .3), (x + s * h * .02, y - h * .05)]
    c.poly(sp + [q for q in (Q if s > 0 else L)], INK, .17)
    for i in range(tiers - 1):
        t = (i + .3) / tiers; yy = y - h * (.07 + .82 * t); hw = h * w * (1 - t) ** .85
        c.line([(x - s * hw * .78, yy - h * .012), (x - s * hw * .3, yy - h * .05)], light(col, .35), max(3, h * .012), .4)


def forest(c, x0, x1, yf, hmin, hmax, n, cols=(JUNIPER2, JUNIPER), seed=1, tiers=5, jit=14):
    """A loose stand of conifers between x0 and x1 whose feet follow yf(x)."""
    import random
    R = random.Random(seed); it = []
    for i in range(n):
        x = x0 + (x1 - x0) * (i + R.uniform(.05, .95)) / n; it.append((yf(x) + R.uniform(-jit, jit), x, R.uniform(hmin, hmax), R.choice(cols), R.uniform(.16, .22)))
    for y, x, h, q, w in sorted(it): spruce(c, x, y, h, q, tiers=tiers, w=w)


def lettuce(c, x, y, s, col=LEAF, heart=None):
    R = c.R; c.ell(x + c.sh * s * .3, y, s * .75, s * .16, INK, .2)
    for a in (-78, 78, -52, 52): leaf(c, x, y - s * .05, s * R.uniform(.78, .95), a + R.uniform(-6, 6), dark(col, .22 if a * c.sh > 0 else .08))
    for a in (-28, 30, 4): leaf(c, x, y - s * .02, s * R.uniform(.7, .85), a + R.uniform(-6, 6), col if a * c.sh <= 5 else dark(col, .1))
    c.ell(x - c.sh * s * .05, y - s * .26, s * .22, s * .2, heart or light(col, .35))


def cabbage(c, x, y, s, col=JUNIPER):
    R = c.R; c.ell(x + c.sh * s * .3, y, s * .75, s * .16, INK, .2)
    for a in (-74, 74, -44, 46): leaf(c, x, y, s * R.uniform(.8, .92), a, dark(col, .1) if a * c.sh > 0 else col)
    c.circle(x, y - s * .34, s * .36, light(col, .3)); c.path('M%s %s a%s %s 0 0 1 0 %s Z' % T(x + c.sh * s * .06, y - s * .68, s * .3, s * .34, s * .68), INK, .12)
    c.line('M%s %s q%s %s %s %s' % T(x - s * .24, y - s * .2, s * .1, -s * .26, s * .26, -s * .3), light(col, .6), max(3, s * .05), .7)


def vine(c, x, y, h, fruit=(MADDER, CORAL, MADDER, GOLD), n=7):
    """Tomato vine on its string."""
    R = c.R; c.line([(x, y), (x, y - h * 1.12)], CREAM, 3, .55); c.ell(x + c.sh * h * .06, y, h * .12, h * .025, INK, .2)
    c.line(smooth([(x, y), (x + h * .02, y - h * .35), (x - h * .02, y - h * .7), (x, y - h)]), JUNIPER2, max(3, h * .018))
    for i in range(n):
        t = .14 + .84 * i / n; yy = y - h * t; L = h * .2 * (1.1 - .5 * t)
        for sd in (-1, 1):
            q = mix(JUNIPER2, JUNIPER, R.uniform(.2, 1)) if sd * c.sh > 0 else mix(JUNIPER, LEAF, R.uniform(.1, .8))
            a = 180 - sd * R.uniform(95, 125); leaf(c, x, yy, L * R.uniform(.9, 1.2), a - 180, q); leaf(c, x + sd * L * .3, yy - L * .02, L * .66, a - 180 - sd * 45, q)
        if i % 2 == 0 and t < .8:
            sd = 1 if (i // 2) % 2 else -1; r = h * .034
            for j in range(3): fx, fy = x + sd * h * .06 + (j % 2) * r * 1.3 * sd, yy + r * 1.25 * j; c.circle(fx, fy, r, R.choice(fruit) if j < 2 else LEAF); c.circle(fx - c.sh * r * .3, fy - r * .3, r * .3, SNOW, .5)


def crate(c, x, y, w, veg=MADDER, h=None):
    """Slatted crate full of vegetables, middle of its foot at (x, y)."""
    h = h or w * .42; R = c.R; c.ell(x + c.sh * w * .1, y, w * .6, w * .08, INK, .18)
    for r_ in range(2):
        for i in range(6 - r_):
            px = x + (i - (5 - r_) / 2) * w * .155; py = y - h - (.03 + .09 * r_) * w; q = veg if isinstance(veg, str) else veg[(i + r_) % len(veg)]
            c.circle(px, py, w * .095, dark(q, .1) if px * c.sh > x * c.sh + w * .2 else q); c.circle(px - c.sh * w * .03, py - w * .03, w * .026, SNOW, .4)
    c.rect(x - w / 2, y - h, w, h, dark(OCHRE3, .35))
    for j in range(3): c.rect(x - w / 2, y - h + j * h * .345, w, h * .27, OCHRE2); c.rect(x + (w * .12 if c.sh > 0 else -w / 2), y - h + j * h * .345, w * .38, h * .27, INK, 0, .12)
    for e in (-1, 1): c.rect(x + e * w * .45 - w * .045, y - h * 1.04, w * .09, h * 1.04, OCHRE3)


def dog(c, x, y, L, m=1, col=None, pose='stand', chest=OCHRE2):
    """Shaggy herding dog about L long, feet at y. pose stand | drink | sit."""
    col = col or mix(INK, OCHRE3, .3); u = L / 100; s = c.sh * m
    c.ell(x + c.sh * 8 * u, y, (44 if pose != 'sit' else 30) * u, 5 * u, INK, .17)
    with c.g('translate(%s %s) scale(%d 1)' % (n1(x), n1(y), m)):
        S = lambda p, k=.8: smooth([(a * u, b * u) for a, b in p], True, k)
        if pose == 'sit':
            d = S([(-24, 0), (-30, -22), (-18, -46), (0, -66), (16, -66), (20, -46), (18, -22), (20, 0)]); c.path(S([(-24, -6), (-44, -14), (-48, -34), (-40, -36), (-36, -20)]), dark(col, .15)); c.path(d, col); k = c.clip(d)
            c.path(S([(8, -62), (20, -62), (24, -40), (14, -30)]), chest, 1, k); c.rect(6 * u, -30 * u, 5 * u, 30 * u, INK, 0, .15); c.ell(-14 * u, -14 * u, 15 * u, 14 * u, light(col, .08)); c.ell(16 * u, -2 * u, 8 * u, 4 * u, chest); c.ell(-6 * u, -2 * u, 9 * u, 4 * u, chest)
            hx, hy, rot = 12, -78, 0
        else:
            for lx, q in ((-28, .3), (20, .3)): c.path(pts([(lx * u, -34 * u), ((lx + 9) * u, -34 * u), ((lx + 8) * u, 0), ((lx + 1) * u, 0)]), dark(col, q))
            c.path(S([(-38, -50), (-52, -64), (-46, -80), (-34, -78), (-42, -68), (-34, -56)]), light(col, .1))
            d = S([(-40, -46), (-30, -57), (0, -56), (24, -62), (36, -56), (36, -36), (24, -24), (4, -26), (-18, -27), (-34, -28)]); c.path(d, col); k = c.clip(d)
            for i in range(6): c.line('M%s %s q%s %s %s %s' % T((-32 + i * 10) * u, -40 * u, 2 * u, 7 * u, -1 * u, 13 * u), light(col, .2), max(3, 1.4 * u), .5, clip=k)
            c.path(S([(26, -54), (38, -54), (36, -34), (24, -30)]), chest, 1, k); c.rect((0 if s > 0 else -60) * u, -70 * u, 60 * u, 60 * u, INK, 0, .12, k)
            for lx in (-36, 27): c.path(pts([(lx * u, -36 * u), ((lx + 10) * u, -36 * u), ((lx + 8) * u, 0), ((lx + 1) * u, 0)]), col); c.ell((lx + 6) * u, -2 * u, 7 * u, 3.4 * u, chest)
            hx, hy, rot = (40, -72, 0) if pose == 'stand' else (50, -40, 48)
            if pose == 'drink': c.path(S([(26, -58), (38, -56), (52, -42), (44, -34), (28, -42)]), col)
        with c.g('translate(%s %s) rotate(%s)' % T(hx * u, hy * u, rot)):
            c.path(S([(-14, -4), (-12, -16), (0, -20), (10, -15), (13, -8), (26, -4), (26, 4), (12, 8), (-4, 12), (-12, 8)]), col); c.path(S([(11, -5), (26, -3), (26, 4), (12, 7)]), chest); c.circle(26 * u, -3 * u, 2.8 * u, INK); c.circle(8 * u, -8 * u, 1.9 * u + .6, SNOW); c.circle(8.4 * u, -8 * u, 1.2 * u + .4, INK); c.circle(7 * u, -13 * u, 1.6 * u, chest)
            c.path(S([(-8, -15), (-2, -12), (-4, 4), (-12, 4)]), dark(col, .3)); c.line([(-12 * u, 9 * u), (2 * u, 13 * u)], MADDER, 4 * u)


def can(c, x, y, h, col=TEAL, m=1):
    """Plastic water can with handle and cap, foot at (x, y)."""
    w = h * .62; s = c.sh; c.ell(x + s * w * .2, y, w * .66, h * .07, INK, .18)
    d = smooth([(x - w * .5, y - h * .04), (x - w * .5, y - h * .62), (x - w * .36, y - h * .76), (x + w * .36, y - h * .76), (x + w * .5, y - h * .62), (x + w * .5, y - h * .04), (x + w * .4, y), (x - w * .4, y)], True, .3)
    c.line('M%s %s V%s H%s V%s' % T(x - w * .3 * m, y - h * .74, y - h * .92, x + w * .12 * m, y - h * .74), dark(col, .14), h * .075); c.rect(x + m * w * .3 - h * .07, y - h * .88, h * .14, h * .14, GOLD if col != GOLD else MADDER, 4)
    c.shaded(d, col, pts([(x + s * w * .14, y - h), (x + s * w, y - h), (x + s * w, y + 2), (x + s * w * .08, y + 2)]), .16)
    c.line([(x - s * w * .34, y - h * .6), (x - s * w * .34, y - h * .16)], SNOW, max(3, h * .03), .4); c.rect(x - w * .5, y - h * .36, w, h * .05, INK, 0, .1)


def rock(c, x, y, w, h=None, col=None):
    """Faceted boulder, middle of its foot at (x, y)."""
    R = c.R; h = h or w * .6; col = col or mix(M1, OCHRE2, .3); s = c.sh
    P = [(x - w * .5, y), (x - w * .46, y - h * R.uniform(.4, .6)), (x - w * .2, y - h * R.uniform(.85, 1)), (x + w * R.uniform(.1, .2), y - h * R.uniform(.9, 1)), (x + w * .44, y - h * R.uniform(.45, .65)), (x + w * .5, y)]
    d = pts(P); c.path(d, col); k = c.clip(d); mx = x + s * w * R.uniform(.0, .12)
    c.poly([(mx, y - h * 1.1), (mx - s * w * .06, y - h * .5), (mx + s * w * .05, y + 2), (x + s * w, y + 2), (x + s * w, y - h * 1.1)], INK, .17, k)
    c.poly([(P[1][0], P[1][1]), (P[2][0], P[2][1]), (P[3][0], P[3][1]), (mx - s * w * .06, y - h * .55)], SNOW, .28, k)


def woodpile(c, x, y, w, h, cols=(OCHRE2, OCHRE3, OCHRE), r=None, seed=3):
    """Stack of split logs with their cut ends to us, left foot at (x, y)."""
    import random
    R = random.Random(seed); r = r or h * .11; c.rect(x, y - h, w, h, dark(OCHRE3, .5), 4); st = r * 1.72; rows = max(1, int(h / st)); n = int(w / (r * 2))
    for j in range(rows):
        for i in range(n + (j % 2 == 0)):
            px = x + r + i * (w - 2 * r) / n + (0 if j % 2 == 0 else (w - 2 * r) / n * .5); py = y - r - j * (h - 2 * r) / max(1, rows - 1)
            q = r * R.uniform(.84, 1.04); f = R.choice(cols); f = dark(f, .1) if (px - x) * c.sh > w * .5 * c.sh and R.random() < .6 else f
            c.circle(px, py, q, dark(OCHRE3, .2)); c.circle(px, py, q * .8, f); 
            if R.random() < .6: c.circle(px - q * .1, py, q * .36, dark(f, .12))


def blacktent(c, x, y, w, h):
    """Herders' dark wool tent with ropes and a thread of smoke."""
    col = mix(INK, OCHRE3, .2); s = c.sh; c.cast(x, y, w * .8, w * .4, .1)
    for e in (-1, 1):
        for q in (.5, .72, .95): c.line([(x + e * w * .3, y - h * .82), (x + e * w * q, y + h * .04)], col, 3, .7)
        c.line([(x + e * w * .28, y - h * 1.02), (x + e * w * .34, y - h * .6)], OCHRE3, 4)
    d = smooth([(x - w * .56, y), (x - w * .42, y - h * .5), (x - w * .28, y - h * .95), (x, y - h * .86), (x + w * .28, y - h * .98), (x + w * .42, y - h * .5), (x + w * .56, y)], False, .6) + ' Z'
    c.path(d, col); k = c.clip(d); c.poly([(x + s * w * .14, y - h), (x + s * w, y - h), (x + s * w, y), (x + s * w * .2, y)], INK, .3, k)
    for t in (.3, .55, .8): c.line('M%s %s q%s %s %s 0' % T(x - w * .5, y - h * t, w * .5, h * .08, w), CREAM, 3, .16, clip=k)
    c.poly([(x - w * .1, y), (x - w * .02, y - h * .6), (x + w * .1, y)], OCHRE3); c.poly([(x - w * .02, y - h * .6), (x + w * .1, y), (x + w * .02, y)], INK, .4)
    for i in range(5): c.ell(x + w * (.04 + .05 * i * i * .3), y - h * (1.08 + .26 * i), h * (.05 + .03 * i), h * (.1 + .02 * i), SNOW, .36 - .05 * i)
    c.rect(x - w * .32, y - h * .02, w * .64, h * .06, GOLD, 0, .0)


def screen(c, x, y, h):
    """Louvred instrument shelter on four legs with a little ladder, middle of its foot at (x, y)."""
    s = c.sh; w = h * .52; b = h * .44; t = y - h; c.ell(x + s * w * .2, y, w * .8, h * .03, INK, .16); c.cast(x, y, w * .9, h * .5, .08)
    for e in (-.42, .42): c.rect(x + e * w - h * .018, t + b, h * .036, h - b, SNOW); c.rect(x + e * w + (0 if s > 0 else -h * .018), t + b, h * .018, h - b, INK, 0, .2)
    for e in (-.3, .34): c.rect(x + e * w - h * .012, t + b, h * .024, (h - b) * .88, dark(CREAM, .2))
    c.line([(x - w * .42, y - h * .08), (x + w * .42, t + b + h * .08)], M1, h * .02)
    c.poly([(x - w * .5, t + h * .06), (x + w * .5, t + h * .06), (x + w * .5, t + b), (x - w * .5, t + b)], SNOW)
    for i in range(7):
        yy = t + h * .1 + i * (b - h * .12) / 7
        for e in (-1, 1): X = x - w * .43 if e < 0 else x + w * .03; c.rect(X, yy, w * .4, h * .026, dark(SNOW, .06)); c.rect(X, yy + h * .026, w * .4, h * .012, INK, 0, .28)
    c.rect(x + (w * .1 if s > 0 else -w * .5), t + h * .06, w * .4, b - h * .06, INK, 0, .10); c.rect(x - w * .012, t + h * .08, w * .024, b - h * .08, M1); c.circle(x + w * .06, t + b * .6, h * .012, GOLD)
    c.poly([(x - w * .62, t + h * .06), (x + w * .62, t + h * .06), (x + w * .54, t), (x - w * .54, t - h * .0)], light(M1, .5)); c.rect(x - w * .62, t + h * .05, w * 1.24, h * .022, M2)


def hen(c, x, y, L, m, col, peck=False):
    """Hen about L long, feet at y."""
    u = L / 100; c.ell(x + c.sh * 10 * u, y, 44 * u, 7 * u, INK, .17)
    with c.g('translate(%s %s) scale(%d 1)' % (n1(x), n1(y), m)):
        S = lambda q: smooth([(a * u, b * u) for a, b in q], True, .8)
        for a in (-4, 10): c.line([(a * u, -20 * u), (a * u, 0)], GOLD2, 4 * u)
        c.path(S([(-30, -46), (-56, -74), (-40, -78), (-22, -56)]), dark(col, .3)); c.path(S([(-34, -50), (-10, -56), (16, -58), (34, -44), (24, -22), (0, -14), (-24, -22)]), col); c.ell(-4 * u, -38 * u, 20 * u, 12 * u, dark(col, .14), rot=-8)
        hx, hy = (38, -34) if peck else (34, -76)
        c.path(S([(14, -52), (30, -40), (hx + 6, hy - 2), (hx - 8, hy - 6)]), col); c.circle(hx * u, hy * u, 11 * u, col); c.path(S([(hx - 8, hy - 8), (hx - 4, hy - 22), (hx + 4, hy - 12), (hx + 9, hy - 19), (hx + 9, hy - 6)]), MADDER); c.poly([((hx + 9) * u, (hy - 3) * u), ((hx + 22) * u, (hy + (10 if peck else 3)) * u), ((hx + 8) * u, (hy + 6) * u)], GOLD); c.circle((hx + 3) * u, (hy - 2) * u, 1.8 * u + .8, INK)


def weeping(c, x, y, h, col=LEAF, n=104):
    """Old willow whose crown is made of hanging strands, standing at (x, y)."""
    s = c.sh; R = c.R; w = h * .46
    c.cast_tree(x, y, h * .09, w * .95, h * .40)
    c.path('M%s %s C%s %s %s %s %s %s L%s %s C%s %s %s %s %s %s Z' % T(x - h * .07, y, x - h * .02, y - h * .14, x - h * .06, y - h * .35, x - h * .14, y - h * .62, x + h * .16, y - h * .62, x + h * .03, y - h * .35, x + h * .03, y - h * .14, x + h * .08, y), OCHRE3)
    c.poly([(x + s * h * .01, y), (x + s * h * .075, y), (x + s * h * .032, y - h * .2), (x + s * h * .04, y - h * .4), (x + s * h * .01, y - h * .4)], INK, .16)
    for t in (.06, .14, .22): c.line('M%s %s q%s %s %s %s' % T(x - h * .02, y - h * t, h * .012, -h * .03, 0, -h * .07), dark(OCHRE3, .3), max(3, h * .006), .6)
    c.path(smooth([(x - w * .9, y - h * .52), (x - w * .8, y - h * .76), (x - w * .4, y - h * .95), (x + w * .1, y - h), (x + w * .6, y - h * .92), (x + w * .92, y - h * .72), (x + w * .9, y - h * .5), (x + w * .4, y - h * .46), (x, y - h * .5), (x - w * .4, y - h * .44)], True, .8), dark(col, .16))
    it = []
    for i in range(n):
        t = R.uniform(-1, 1); lay = R.random(); top = y - h * (1.0 - .30 * abs(t) ** 2 - .30 * lay); L = h * R.uniform(.26, .42) * (1 - .25 * (1 - abs(t))); it.append((lay, t, top, L))
    for lay, t, top, L in sorted(it, reverse=True):
        px = x + w * t * .98; b = w * .1 * t; q = L * .075 + h * .008; f = mix(dark(col, .2), light(col, .22), min(1, max(0, .62 - .4 * lay - .42 * t * s + R.uniform(-.12, .12))))
        c.path('M%s %s C%s %s %s %s %s %s C%s %s %s %s %s %s Z' % T(px - b * .4, top, px - q + b * .2, top + L * .35, px - q * .8 + b, top + L * .75, px + b * 1.1, top + L, px + q * .8 + b, top + L * .75, px + q + b * .2, top + L * .35, px - b * .4, top), f)
        if R.random() < .5: c.line('M%s %s Q%s %s %s %s' % T(px - b * .1, top + L * .2, px + b * .3, top + L * .5, px + b, top + L * .85), light(f, .3), max(3, h * .004), .5)
