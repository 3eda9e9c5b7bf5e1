"""Sky, mountains, hills, ground, water, plants."""
import math
from core import *


# ---------------------------------------------------------------- sky
def cloud(c, x, y, s=1, op=.85, layers=3, thin=False):
    """Capsule cloud, (x, y) its left middle; s=1 is about 420 wide. thin: one or two long slivers."""
    R = c.R; y0 = y
    if thin:
        for i in range(R.choice((1, 2))):
            c.rect(x + R.uniform(-80, 90) * s, y + i * 22 * s, R.uniform(260, 520) * s, 12 * s, SNOW, 6 * s, op * .8)
        return
    ws = [R.uniform(150, 260), R.uniform(260, 360), R.uniform(380, 470)][-layers:]
    for i, w in enumerate(ws):
        c.rect(x + (470 - w) * s * R.uniform(.25, .7), y0 + i * 31 * s, w * s, 36 * s, SNOW, 18 * s, op)
    c.rect(x + R.uniform(60, 140) * s, y0 + layers * 31 * s + 2 * s, R.uniform(200, 300) * s, 22 * s, SNOW, 11 * s, op * .6)


def sky(c, horizon, sun=(.24, .26), r=.085, clouds=((.62, .10, 1., 0), (.05, .09, .7, 0), (.44, .2, .6, 1), (.83, .26, .8, 1), (.3, .05, .5, 1))):
    """Whole sky down to y=horizon with sun, glow and clouds, colours from the time of day.
    sun: centre as a fraction of (w, h) or None; r: radius as a fraction of h; clouds: (x, y, size, thin) in fractions."""
    a, b, d = c.T['sky']
    c.rect(0, 0, c.w, horizon + 40, c.grad((0, a), (.62, b), (1, d)))
    if sun:
        x, y, q = c.w * sun[0], c.h * sun[1], min(c.w, c.h) * r
        for k, o in ((2.5, .22), (1.75, .35)): c.circle(x, y, q * k, c.T['glow'], o)
        c.circle(x, y, q, c.T['sun'])
    for x, y, s, thin in clouds: cloud(c, x * c.w, y * c.h, s, .8 if not thin else .65, thin=bool(thin))


# ---------------------------------------------------------- mountains
def ridge(c, base, top, x0=-40, x1=None, n=6, col=M2, shade=M3, snow=None, seed=1, var=.45, peaks=None, sop=.55):
    """One faceted ridge from x0 to x1, foot at y=base, highest peak near y=top. n peaks; snow: height of the snow
    line (y) or None; peaks: own list of (x, y) peaks in place of random ones."""
    import random
    R = random.Random(seed); x1 = x1 or c.w + 40; s = c.sh
    if not peaks:
        st = (x1 - x0) / n
        peaks = [(x0 + st * (i + .5) + R.uniform(-.28, .28) * st, top + (base - top) * R.uniform(0, var) * (1 if i % 2 else .55)) for i in range(n)]
    out = [(x0, base - (base - peaks[0][1]) * .45)]; facets = []; lights = []
    val = [out[0]]
    for i in range(len(peaks) - 1):
        (ax, ay), (bx, by) = peaks[i], peaks[i + 1]
        f = R.uniform(.4, .6); val.append((ax + (bx - ax) * f, max(ay, by) + (base - max(ay, by)) * R.uniform(.3, .55)))
    val.append((x1, base - (base - peaks[-1][1]) * .5))
    for i, (px, py) in enumerate(peaks):
        L, Rv = val[i], val[i + 1]
        def mid(a, b, t, k): return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t + k)
        hgt = base - py
        lp = [mid(L, (px, py), .35, R.uniform(-.05, .03) * hgt), mid(L, (px, py), .7, R.uniform(-.02, .07) * hgt)]
        rp = [mid((px, py), Rv, .3, R.uniform(-.02, .07) * hgt), mid((px, py), Rv, .68, R.uniform(-.05, .03) * hgt)]
        out += lp + [(px, py)] + rp + [Rv]
        # spine: the crooked edge between lit and shaded face
        sp = [(px, py)]; x = px; drift = s * R.uniform(-.02, .1) * hgt
        for t in (.14, .3, .48, .7, 1.): sp.append((px + drift * t + R.uniform(-.07, .07) * hgt * (.4 + t), py + hgt * t))
        side = (rp + [Rv, (Rv[0], base)]) if s > 0 else (lp[::-1] + [L, (L[0], base)])
        facets.append([(px, py)] + side + sp[:0:-1])
        # spurs: a darker sliver on the lit face, a lighter one in the shade
        far = L if s > 0 else Rv
        q = mid((px, py), far, .36, .03 * hgt); w = abs(far[0] - px)
        facets.append([q, (q[0] + s * w * .22, q[1] + hgt * .2), (q[0] + s * w * .12, q[1] + hgt * .42), (q[0] + s * w * .34, base), (q[0] + s * w * .02, base), (q[0] - s * w * .02, q[1] + hgt * .3)])
        far2 = Rv if s > 0 else L
        q = mid((px, py), far2, .4, .08 * hgt); w = abs(far2[0] - px)
        lights.append([q, (q[0] + s * w * .1, q[1] + hgt * .25), (q[0] + s * w * .3, base), (q[0] - s * w * .22, base), (q[0] - s * w * .06, q[1] + hgt * .3)])
    shape = [(x0, base)] + out + [(x1, base)]
    d = pts(shape); k = c.clip(d); c.path(d, col)
    if snow:
        p = [(x0 - 10, top - 60), (x0 - 10, snow)]; x = x0; up = 1
        while x < x1:
            x += R.uniform(14, 46); p.append((x, snow + (R.uniform(12, 80) if up else -R.uniform(0, 46)) * (base - top) / 450)); up = not up
        p += [(x1 + 10, snow), (x1 + 10, top - 60)]
        c.poly(p, mix(SNOW, c.T['air'], .12), clip=k)
    for f in facets: c.poly(f, shade, sop, k)
    for f in lights: c.poly(f, light(col, .18), .5, k)


def mountains(c, horizon, top=None, seed=3, snow=True, planes=3, mist=True):
    """Three planes of faceted peaks above y=horizon, paler and bluer with distance. top: y of the highest snow peaks."""
    T = c.T; top = top if top is not None else horizon * .36; H = horizon - top
    ridge(c, horizon + 10, top, n=max(4, round(c.w / 420)), col=T['ridge'][0], shade=T['shade'][0], snow=top + H * .46 if snow else None, seed=seed)
    if mist: band(c, horizon - H * .30, seed)
    if planes > 1: ridge(c, horizon + 10, top + H * .42, n=max(4, round(c.w / 400)), col=T['ridge'][1], shade=T['shade'][1], snow=top + H * .56 if snow else None, seed=seed + 7)
    if mist: band(c, horizon - H * .14, seed + 2)
    if planes > 2: ridge(c, horizon + 10, top + H * .68, n=max(4, round(c.w / 330)), col=T['ridge'][2], shade=T['shade'][2], seed=seed + 13, sop=.45)


def band(c, y, seed=1, n=5, op=.3):
    """Slivers of mist lying before the mountains."""
    import random
    R = random.Random(seed)
    for i in range(n): c.rect(R.uniform(-.1, .9) * c.w, y + R.uniform(-26, 26), R.uniform(.12, .34) * c.w, R.uniform(8, 18), c.T['glow'], 9, op)


def hills(c, y, amp=90, col=None, bottom=None, seed=1, bands=3, scrub=0, n=6):
    """Soft rolling foothills with crest around y, filled to bottom; bands of light and shade run along them;
    scrub: number of small round bushes dotted over them."""
    import random
    R = random.Random(seed); col = col or c.T['hill']; bottom = bottom or c.h
    st = (c.w + 200) / n
    p = [(-100 + st * i + R.uniform(-.2, .2) * st, y + R.uniform(-1, 1) * amp) for i in range(n + 1)]
    p[0] = (-100, p[0][1]); p[-1] = (c.w + 100, p[-1][1])
    d = smooth(p, k=.9) + ' L%s %s L-100 %s Z' % (n1(c.w + 100), n1(bottom), n1(bottom)); k = c.clip(d); c.path(d, col)
    c.path(smooth([(x, q - 4) for x, q in p], k=.9) + ' ' + smooth([(x, q + amp * .16 + 6) for x, q in p][::-1], k=.9).replace('M', 'L', 1) + ' Z', light(col, .3), .55, k)
    for i in range(bands):
        dy = amp * (.55 + .8 * i); off = R.uniform(-.3, .3) * st
        q = [(x + off, a * .55 + y * .45 + dy + R.uniform(-.25, .25) * amp) for x, a in p]
        q[0] = (-300, q[0][1]); q[-1] = (c.w + 300, q[-1][1])
        c.path(smooth(q, k=.9) + ' L%s %s L-300 %s Z' % (n1(c.w + 300), n1(bottom), n1(bottom)), INK if i % 2 == 0 else SNOW, .06 if i % 2 == 0 else .10, k)
    for i in range(scrub):
        x = R.uniform(0, c.w); h = y + R.uniform(.3, 2.2) * amp; r = R.uniform(6, 14)
        c.ell(x + c.sh * r * .8, h + r * .5, r * 1.2, r * .35, INK, .1, clip=k); c.ell(x, h, r, r * .8, mix(JUNIPER, col, .25), clip=k)


# ------------------------------------------------------------- ground
def ground(c, y, cols=None, pools=6, pebbles=30, tufts=14, seed=1, bottom=None):
    """Ground from y to the bottom: gradient, broad pools of light, pebbles with shadow, grass tufts (all larger in front)."""
    import random
    R = random.Random(seed); bottom = bottom or c.h; a, b = cols or c.T['ground']
    c.rect(0, y, c.w, bottom - y, c.grad((0, a), (1, b)))
    H = bottom - y
    for i in range(pools):
        t = R.uniform(.05, .95); w = R.uniform(200, 520) * (.4 + t)
        c.ell(R.uniform(0, c.w), y + H * t, w, w * R.uniform(.05, .09), SNOW if i % 3 else INK, .13 if i % 3 else .05)
    for i in range(pebbles):
        t = R.random() ** .8; r = (3 + 11 * t) * R.uniform(.6, 1.2); pebble(c, R.uniform(0, c.w), y + 12 + (H - 20) * t, r)
    for i in range(tufts):
        t = R.random(); tuft(c, R.uniform(0, c.w), y + 20 + (H - 30) * t, (10 + 26 * t) * R.uniform(.8, 1.2))


def pebble(c, x, y, r):
    c.ell(x + c.sh * r * .5, y + r * .25, r * 1.1, r * .4, INK, .13); c.ell(x, y, r, r * .62, mix(OCHRE2, M1, .35)); c.ell(x - c.sh * r * .2, y - r * .18, r * .6, r * .3, SNOW, .35)


def tuft(c, x, y, s=24, col=JUNIPER, n=5):
    """Tuft of grass, s = height."""
    R = c.R; c.ell(x + c.sh * s * .4, y, s * .7, s * .12, INK, .12)
    for i in range(n):
        a = (i - (n - 1) / 2) * 16 + R.uniform(-6, 6); h = s * R.uniform(.7, 1.1); tx = x + math.sin(math.radians(a)) * h; b = x + (i - (n - 1) / 2) * s * .12
        c.path('M%s %s Q%s %s %s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (b - s * .07, y, b, y - h * .6, tx, y - h * .95, b + s * .06, y - h * .5, b + s * .07, y)), mix(col, LEAF, R.choice((0, .35, .7))))


def path_strip(c, p, col='#F3E2BF', edge=True):
    """A path or road lying on the ground. p: list of (x, y, halfwidth) from far to near."""
    l = [(x - w, y) for x, y, w in p]; r = [(x + w, y) for x, y, w in p]
    if edge: c.path(smooth([(x - 10, y + 4) for x, y in l]) + ' ' + smooth([(x + 10, y + 4) for x, y in r[::-1]]).replace('M', 'L', 1) + ' Z', INK, .07)
    c.path(smooth(l) + ' ' + smooth(r[::-1]).replace('M', 'L', 1) + ' Z', col)


def pool(c, x, y, rx, ry=None, col=SNOW, op=.16):
    """Soft pool of light (or, with col=INK, shade) on the ground."""
    ry = ry or rx * .16
    for k in (1, .78, .55): c.ell(x, y, rx * k, ry * k, col, op / 2.2)


def river(c, p, deep=TEAL, shallow=SKY):
    """Water running along p = (x, y, halfwidth) from far to near, with lighter banks and glints."""
    path_strip(c, [(x, y, w * 1.12 + 8) for x, y, w in p], mix(SAND, SNOW, .3))
    l = [(x - w, y) for x, y, w in p]; r = [(x + w, y) for x, y, w in p]
    d = smooth(l) + ' ' + smooth(r[::-1]).replace('M', 'L', 1) + ' Z'; k = c.clip(d)
    c.path(d, c.grad((0, mix(shallow, SNOW, .3)), (.35, mix(deep, shallow, .45)), (1, deep)))
    for i in range(len(p) * 9):
        j = c.R.uniform(0, len(p) - 1.01); a, b = p[int(j)], p[int(j) + 1]; t = j - int(j)
        x, y, w = (a[q] + (b[q] - a[q]) * t for q in range(3)); L = w * c.R.uniform(.12, .5)
        c.rect(x + c.R.uniform(-.8, .5) * w, y, L, max(3, w * .018), c.R.choice((SNOW, SNOW, shallow, INK)), max(1.5, w * .009), c.R.uniform(.12, .4), clip=k)


# ------------------------------------------------------------- plants
def poplar(c, x, y, h, col=JUNIPER, cast=True):
    """Tall slim poplar standing at (x, y)."""
    s = c.sh; w = h * c.R.uniform(.10, .13)
    if cast: c.cast(x, y, w * .8, h * .32, .09)
    c.rect(x - h * .011 - 1.5, y - h * .2, h * .022 + 3, h * .2, OCHRE3)
    d = smooth([(x, y - h * .07), (x - w * .75, y - h * .14), (x - w, y - h * .36), (x - w * .7, y - h * .68), (x - w * .2, y - h * .94), (x, y - h), (x + w * .22, y - h * .93), (x + w * .72, y - h * .66), (x + w, y - h * .34), (x + w * .7, y - h * .13)], True, .8)
    c.shaded(d, col, smooth([(x + s * w * .1, y - h * 1.02), (x - s * w * .05, y - h * .7), (x + s * w * .2, y - h * .45), (x - s * w * .1, y - h * .2), (x, y), (x + s * w * 2, y), (x + s * w * 2, y - h)], True), .17)
    k = c.clip(d)
    for i in range(7):
        t = .2 + .1 * i; c.line('M%s %s q%s %s %s %s' % tuple(n1(v) for v in (x - s * w * c.R.uniform(.2, .5), y - h * t, -s * w * .05, -h * .04, s * w * .12, -h * .07)), light(col, .35), max(3, h * .008), .5, clip=k)


def willow(c, x, y, h, col=LEAF, cast=True):
    """Broad willow with hanging crown."""
    s = c.sh; R = c.R; w = h * .42
    if cast: c.cast_tree(x, y, h * .09, w * .95, h * .42)
    c.path('M%s %s C%s %s %s %s %s %s L%s %s C%s %s %s %s %s %s Z' % tuple(n1(v) for v in (x - h * .05, y, x - h * .02, y - h * .2, x - h * .05, y - h * .35, x - h * .1, y - h * .55, x + h * .1, y - h * .55, x + h * .03, y - h * .35, x + h * .03, y - h * .2, x + h * .06, y)), OCHRE3)
    c.poly([(x + s * h * .005, y), (x + s * h * .06, y), (x + s * h * .035, y - h * .3), (x + s * h * .01, y - h * .3)], INK, .16)
    top = [(x - w, y - h * .42), (x - w * .9, y - h * .68), (x - w * .5, y - h * .92), (x + w * .05, y - h), (x + w * .6, y - h * .9), (x + w * .95, y - h * .66), (x + w, y - h * .4)]
    low = []
    for i in range(9): low.append((x + w * (.92 - i * .23), y - h * (R.uniform(.26, .36) if i % 2 else R.uniform(.42, .5))))
    d = smooth(top + low, True, .75)
    c.shaded(d, col, smooth([(x + s * w * .25, y - h * 1.1), (x + s * w * .1, y - h * .8), (x + s * w * .35, y - h * .6), (x + s * w * .1, y - h * .4), (x + s * w * .2, y - h * .1), (x + s * w * 1.5, y), (x + s * w * 1.5, y - h * 1.1)], True), .15)
    k = c.clip(d)
    for i in range(16):
        t = R.uniform(-.85, .85); yy = y - h * (.9 - .35 * abs(t) - R.uniform(0, .25)); L = h * R.uniform(.1, .2)
        c.line('M%s %s q%s %s %s %s' % tuple(n1(v) for v in (x + w * t, yy, w * t * .14, L * .3, w * t * .12, L)), light(col, .35) if t * s < .1 else dark(col, .25), max(3, h * .007), .55, clip=k)


def round_tree(c, x, y, h, col=JUNIPER, fruit=None, cast=True):
    """Round-crowned tree made of overlapping lobes; fruit: colour of blossoms or fruit."""
    s = c.sh; R = c.R; r = h * .3; cy = y - h * .66
    if cast: c.cast_tree(x, y, h * .07, r * 1.1, h * .42)
    c.path('M%s %s Q%s %s %s %s H%s Q%s %s %s %s Z' % tuple(n1(v) for v in (x - h * .04, y, x - h * .02, y - h * .2, x - h * .03, y - h * .5, x + h * .03, x + h * .02, y - h * .2, x + h * .045, y)), OCHRE3)
    lob = [(0, 0, 1.), (-.62, .25, .62), (.6, .28, .64), (-.3, -.42, .6), (.38, -.38, .58)]
    for dx, dy, q in lob: c.circle(x + dx * r, cy + dy * r, r * q, col)
    for dx, dy, q in ((.3, .3, .75), (.72, .36, .5)): c.circle(x + s * dx * r, cy + dy * r, r * q, INK, .10)
    for dx, dy, q in ((-.35, -.35, .45), (-.7, .12, .3)): c.ell(x + s * dx * r, cy + dy * r, r * q, r * q * .8, light(col, .3), .4)
    for i in range(10):
        a = R.uniform(0, 6.28); q = R.uniform(.2, .9) * r; c.line('M%s %s q%s %s %s 0' % tuple(n1(v) for v in (x + math.cos(a) * q, cy + math.sin(a) * q * .9, h * .012, -h * .018, h * .026)), light(col, .4), max(3, h * .008), .5)
    if fruit:
        for i in range(16):
            a = R.uniform(0, 6.28); q = R.uniform(.1, 1.) * r; c.circle(x + math.cos(a) * q, cy + math.sin(a) * q * .85, max(4, h * .016), fruit if i % 3 else light(fruit, .3))


def juniper(c, x, y, h, col=JUNIPER2, cast=True):
    """Dark pointed juniper in tiers."""
    s = c.sh
    if cast: c.cast(x, y, h * .35, h * .3, .09)
    c.rect(x - h * .03, y - h * .12, h * .06, h * .12, OCHRE3)
    for i, (t, w) in enumerate(((.06, .27), (.3, .22), (.54, .15))):
        b = y - h * t; tp = b - h * .46
        d = 'M%s %s Q%s %s %s %s Q%s %s %s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (x - h * w, b, x - h * w * .3, b - h * .2, x, tp, x + h * w * .3, b - h * .2, x + h * w, b, x, b + h * .05, x - h * w, b))
        c.shaded(d, light(col, .04 * i), pts([(x, tp), (x + s * h * .04, b - h * .1), (x - s * h * .02, b + h * .06), (x + s * h * .4, b + h * .06), (x + s * h * .4, tp)]), .17)


def shrub(c, x, y, s=1, col=JUNIPER, flowers=None, n=None, cast=True):
    """Low shrub of leafy lobes about 220*s wide with its foot at y; flowers: list of colours for blossoms."""
    R = c.R; sh = c.sh
    if cast: c.ell(x + sh * 30 * s, y, 130 * s, 18 * s, INK, .13)
    lob = [(-70, -38, 54), (68, -36, 56), (0, -66, 74), (-34, -30, 50), (38, -28, 50)]
    d = []
    for dx, dy, r in lob: c.circle(x + dx * s, y + (dy - r * .1) * s, r * s, col)
    for dx, dy, r in ((60, -30, 48), (24, -36, 40)): c.circle(x + sh * dx * s, y + dy * s, r * s, INK, .11)
    for i in range(16):
        a = R.uniform(0, 6.28); q = R.uniform(.1, 1.); px, py = x + math.cos(a) * q * 96 * s, y - 52 * s + math.sin(a) * q * 52 * s
        leaf(c, px, py, R.uniform(16, 26) * s, R.uniform(-70, 70), light(col, R.choice((.16, .3))) if (px - x) * sh < 20 * s else dark(col, .2))
    for i in range(n if n is not None else (9 if flowers else 0)):
        a = R.uniform(0, 6.28); q = R.uniform(.15, 1.); flower(c, x + math.cos(a) * q * 96 * s, y - 58 * s + math.sin(a) * q * 54 * s, R.uniform(8, 12) * s, R.choice(flowers))


def leaf(c, x, y, L, deg, col):
    ex, ey = pol(x, y, deg + 180, L); px, py = (ey - y) * .28, -(ex - x) * .28; mx, my = (x + ex) / 2, (y + ey) / 2
    c.path('M%s %s Q%s %s %s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (x, y, mx + px, my + py, ex, ey, mx - px, my - py, x, y)), col)


def flower(c, x, y, r, col):
    for i in range(5): a = i * 1.2566 + .3; c.circle(x + math.cos(a) * r * .72, y + math.sin(a) * r * .72, r * .56, col)
    c.circle(x, y, r * .42, GOLD if col != GOLD else MADDER)


def hollyhock(c, x, y, h, col=MADDER):
    """Tall flower stalk for foregrounds."""
    R = c.R; b = R.uniform(-.08, .08) * h; c.line('M%s %s Q%s %s %s %s' % tuple(n1(v) for v in (x, y, x, y - h * .5, x + b, y - h)), JUNIPER2, max(4, h * .022))
    for i in range(5):
        t = .08 + i * .1; sd = 1 if i % 2 else -1; leaf(c, x + b * t, y - h * t, h * .2, -sd * 62, JUNIPER if i % 2 else JUNIPER2)
    for i in range(6):
        t = .46 + i * .095; flower(c, x + b * t * t + (1 if i % 2 else -1) * h * .035, y - h * t, h * (.062 - .006 * i), col if i % 3 else light(col, .18))


def grass_fg(c, x0, x1, y, h=120, n=26, col=JUNIPER2):
    """Foreground grass blades between x0 and x1, foot at y."""
    R = c.R
    for i in range(n):
        x = R.uniform(x0, x1); L = h * R.uniform(.5, 1.1); b = R.uniform(-.35, .35) * L
        c.path('M%s %s Q%s %s %s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (x - L * .05, y, x + b * .1, y - L * .6, x + b, y - L, x + b * .3 + L * .06, y - L * .5, x + L * .06, y)), mix(col, LEAF, R.choice((0, .2, .5))))


def barley(c, x, y, h):
    """One ear of barley on its stalk."""
    b = c.R.uniform(.02, .16) * h * c.sh; c.line('M%s %s Q%s %s %s %s' % tuple(n1(v) for v in (x, y, x, y - h * .6, x + b, y - h)), mix(GOLD, OCHRE2, .5), max(3, h * .02))
    for i in range(5):
        t = .76 + .05 * i; q = x + b * t * t
        for sd in (-1, 1): leaf(c, q, y - h * t, h * .09, -sd * 26, GOLD)
