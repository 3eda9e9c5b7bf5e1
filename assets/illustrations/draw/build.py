"""Buildings, walls, bunting, rooms."""
import math
from core import *
from land import *


def window(c, x, y, w, h, valance=True, pots=False, lit=False, cols=(TEAL, CREAM, GOLD, CREAM), curtain=False):
    """Tibetan window; (x, y) top left of the glass, w x h its size. Dark battered surround, madder frame, pleated valance."""
    s = c.sh; e = w * .16
    c.poly([(x - e, y - h * .08), (x + w + e, y - h * .08), (x + w + e * 1.9, y + h * 1.13), (x - e * 1.9, y + h * 1.13)], INK)
    c.rect(x, y, w, h, GOLD if lit else '#CFE3E2')
    if lit: c.rect(x, y, w, h, SNOW, 0, .35)
    else: c.poly([(x, y), (x + w * .6, y), (x, y + h * .75)], SNOW, .5); c.poly([(x + w, y + h), (x + w * .6, y + h), (x + w, y + h * .5)], M2, .4)
    if curtain: c.path('M%s %s h%s q%s %s %s %s Z' % tuple(n1(v) for v in (x, y, w * .34, -w * .06, h * .6, -w * .34, h * .7)), CREAM, .9); c.path('M%s %s h%s q%s %s %s %s Z' % tuple(n1(v) for v in (x + w, y, -w * .34, w * .06, h * .6, w * .34, h * .7)), CREAM, .9)
    c.rect(x, y, w, h * .16, INK, 0, .18)
    b = max(3, w * .06)
    for px, py, pw, ph in ((x - b * .3, y - b * .3, b, h + b * .6), (x + w - b * .7, y - b * .3, b, h + b * .6), (x + w / 2 - b / 2, y, b, h), (x - b * .3, y - b * .3, w + b * .6, b), (x - b * .3, y + h - b * .7, w + b * .6, b), (x, y + h * .38, w, b * .8)): c.rect(px, py, pw, ph, MADDER)
    c.rect(x - e * 1.5, y + h + b * .4, w + e * 3, h * .055 + 3, OCHRE2); c.rect(x - e * 1.5, y + h + b * .4 + h * .055, w + e * 3, max(3, h * .03), INK, 0, .25)
    if pots:
        for i in range(2):
            px = x + w * (.26 + .48 * i); c.poly([(px - w * .1, y + h * .88), (px + w * .1, y + h * .88), (px + w * .075, y + h * 1.04), (px - w * .075, y + h * 1.04)], CORAL)
            for j in range(3): c.circle(px + (j - 1) * w * .07, y + h * (.82 - .05 * (j % 2)), w * .06, JUNIPER); 
            c.circle(px, y + h * .76, w * .045, MADDER); c.circle(px + w * .06, y + h * .8, w * .04, GOLD)
    if valance:
        X = x - e * 2.0; W = w + e * 4; top = y - h * .26
        c.rect(X - w * .03, top - h * .07, W + w * .06, h * .07 + 2, GOLD); c.rect(X, top, W, h * .10, MADDER2)
        c.rect(X, top + h * .1, W, h * .22, INK, 0, .20)
        n = 7; ww = W / n
        for i in range(n):
            xx = X + i * ww; cc = cols[i % len(cols)]
            c.path('M%s %s h%s v%s q%s %s %s 0 Z' % tuple(n1(v) for v in (xx, top + h * .1, ww, h * .10, -ww / 2, h * .10, -ww)), cc); c.rect(xx + (ww * .62 if s > 0 else 0), top + h * .1, ww * .38, h * .12, INK, 0, .12)


def parapet(c, x0, x1, y, h=46, corners=True, dots=True):
    """Benma frieze: madder band with white dots under a pale coping; y is its lower edge."""
    c.rect(x0, y - h, x1 - x0, h, MADDER); c.rect(x0, y - h * .16, x1 - x0, h * .16, GOLD2); c.rect(x0, y - h * .96, x1 - x0, h * .12, MADDER2)
    if c.sh > 0: c.rect(x0 + (x1 - x0) * .7, y - h, (x1 - x0) * .3, h, INK, 0, .06)
    if dots:
        n = max(2, round((x1 - x0) / (h * .92)))
        for i in range(n): c.circle(x0 + (x1 - x0) * (i + .5) / n, y - h * .54, h * .17, CREAM)
    c.rect(x0 - h * .2, y - h * 1.28, x1 - x0 + h * .4, h * .30, SNOW, 2); c.rect(x0 - h * .2, y - h * 1.04, x1 - x0 + h * .4, h * .07, INK, 0, .14)
    if corners:
        for q in (x0, x1 - h * .9): c.rect(q - h * .05, y - h * 1.75, h * 1.0, h * .5, SNOW, 2); c.rect(q, y - h * 1.62, h * .9, h * .2, MADDER); c.rect(q + (h * .6 if c.sh > 0 else 0), y - h * 1.75, h * .33, h * .5, INK, 0, .10)


def door(c, x, y, w, h, col=MADDER, open_=False, steps=2):
    """Double door, (x, y) = middle of its foot."""
    c.poly([(x - w * .64, y - h * 1.06), (x + w * .64, y - h * 1.06), (x + w * .80, y), (x - w * .80, y)], INK)
    c.rect(x - w / 2, y - h, w, h, dark(INK, .0) if open_ else col)
    if open_: c.rect(x - w / 2, y - h, w, h, OCHRE3, 0, .35); c.poly([(x - w / 2, y - h), (x - w * .3, y - h * .95), (x - w * .3, y - h * .02), (x - w / 2, y)], col); c.poly([(x + w / 2, y - h), (x + w * .3, y - h * .95), (x + w * .3, y - h * .02), (x + w / 2, y)], dark(col, .14))
    else:
        c.rect(x - w * .02, y - h, w * .04, h, MADDER2)
        for sg in (-1, 1):
            c.rect(x + sg * w * .25 - w * .16, y - h * .9, w * .32, h * .34, dark(col, .16), 4); c.rect(x + sg * w * .25 - w * .16, y - h * .46, w * .32, h * .38, dark(col, .16), 4); c.circle(x + sg * w * .08, y - h * .5, w * .035, GOLD)
        c.rect(x + (0 if c.sh > 0 else -w / 2), y - h, w / 2, h, INK, 0, .08)
    c.rect(x - w * .74, y - h * 1.20, w * 1.48, h * .10, MADDER2); c.rect(x - w * .80, y - h * 1.25, w * 1.6, h * .06, GOLD)
    n = 9; ww = w * 1.48 / n
    for i in range(n): c.path('M%s %s h%s v%s q%s %s %s 0 Z' % tuple(n1(v) for v in (x - w * .74 + i * ww, y - h * 1.10, ww, h * .05, -ww / 2, h * .05, -ww)), (TEAL, CREAM, GOLD, CREAM)[i % 4])
    c.rect(x - w * .5, y - h, w, h * .07, INK, 0, .2)
    for i in range(steps): c.rect(x - w * (.86 + .14 * i), y + i * h * .055, w * (1.72 + .28 * i), h * .06, mix(OCHRE, SNOW, .4)); c.rect(x - w * (.86 + .14 * i), y + i * h * .055 + h * .036, w * (1.72 + .28 * i), h * .024, INK, 0, .15)


def house(c, x, y, w, h, floors=2, cols=3, door_at=None, side=.14, bat=.04, wall=CREAM, frieze=None, pots=True, valance=True, lit=(), roofthings=True, shadow=True):
    """Flat-roofed Tibetan house; (x, y) = left foot of the FRONT wall, w x h its size. side: width of the end wall as a part of w
    (drawn on the shadow side; 0 none). door_at: column that holds the door (ground floor). lit: (floor, col) windows with lamplight."""
    s = c.sh; b = h * bat; f = frieze or h * .085; sd = w * side
    if shadow:
        c.poly([(x + w if s > 0 else x, y - 4), (x + w + sd + h * .34 if s > 0 else x - sd - h * .34, y + h * .09), (x + w + sd + h * .22 if s > 0 else x - sd - h * .22, y + h * .12), (x if s > 0 else x + w, y + h * .03)], INK, .12)
    if side:
        if s > 0: q = [(x + w, y - h), (x + w + sd, y - h + sd * .10), (x + w + sd + b * .7, y - sd * .16), (x + w + b, y)]
        else: q = [(x, y - h), (x - sd, y - h + sd * .10), (x - sd - b * .7, y - sd * .16), (x - b, y)]
        c.poly(q, mix(wall, M3, .30))
        fq = [q[0], q[1], (q[1][0], q[1][1] - f * .94), (q[0][0], q[0][1] - f)]; c.poly(fq, dark(MADDER2, .18)); c.poly([fq[3], fq[2], (fq[2][0] + s * 6, fq[2][1] - f * .28), (fq[3][0], fq[3][1] - f * .3)], mix(SNOW, M3, .25))
        if sd > 60:
            for fl in range(floors):
                wy = y - h + h * (fl + .34) / floors; ww = sd * .26; wx = (x + w + sd * .38) if s > 0 else x - sd * .38 - ww; c.poly([(wx - ww * .3, wy), (wx + ww * 1.3, wy + 3), (wx + ww * 1.5, wy + h * .4 / floors), (wx - ww * .5, wy + h * .4 / floors)], INK, .75); c.rect(wx, wy + h * .05, ww, h * .28 / floors, M1, 0, .8)
    d = pts([(x, y - h), (x + w, y - h), (x + w + b, y), (x - b, y)]); k = c.clip(d); c.path(d, wall)
    # whitewash: soft drips and a warm foot
    for i in range(int(w / 60)): 
        px = x + c.R.uniform(0, w); py = y - h * c.R.uniform(.08, .95); L = c.R.uniform(.03, .08) * h; c.rect(px, py, L * 1.6, 5, INK, 2, .045, k)
    c.poly([(x - b, y - h * .07), (x + w + b, y - h * .05), (x + w + b, y + 5), (x - b, y + 5)], OCHRE2, .22, k)
    c.rect(x - b, y - h, w + 2 * b, h * .045, INK, 0, .13, k)
    c.poly([(x + w * (.86 if s > 0 else .14), y - h), (x + w if s > 0 else x, y - h), (x + w + b if s > 0 else x - b, y), (x + w * (.9 if s > 0 else .10), y)], INK, .06, k)
    cw = w / cols; fh = h / floors
    for fl in range(floors):
        for i in range(cols):
            gw, gh = min(cw * .40, fh * .42), fh * .42; wx = x + cw * (i + .5) - gw / 2; wy = y - h + fh * fl + fh * .36
            if fl == floors - 1 and i == door_at: door(c, wx + gw / 2, y, min(cw * .42, fh * .44), fh * .66)
            else: window(c, wx, wy, gw, gh, valance, pots and (i + fl) % 2 == 0, (fl, i) in lit, curtain=(i * 3 + fl) % 4 == 1)
    parapet(c, x - 6, x + w + 6, y - h, f)
    if roofthings: roof_things(c, x + w * .18, y - h - f * 1.28, h * .12); 


def roof_things(c, x, y, s):
    """Small things on a flat roof: solar water heater, flower pots, a bundle of twigs."""
    c.poly([(x, y), (x + s * 1.1, y), (x + s * .9, y - s * .6), (x + s * .2, y - s * .6)], M3); c.line([(x + s * .55, y), (x + s * .55, y - s * .6)], SKY, 3); c.rect(x + s * .1, y - s * .78, s * .9, s * .2, SNOW, s * .1)
    for i in range(2): pot(c, x + s * (1.8 + i * .55), y, s * .5)


def pot(c, x, y, h, col=CORAL, plant='leaf', flowers=(MADDER, GOLD)):
    """Potted plant, foot at (x, y), h total height. plant: leaf | flower | tall | cactus."""
    p = h * .36; R = c.R
    c.ell(x + c.sh * p * .4, y, p * .75, p * .14, INK, .15)
    for i in range(9 if plant != 'tall' else 7):
        a = (i - (4 if plant != 'tall' else 3)) * (17 if plant != 'tall' else 11) + R.uniform(-5, 5); leaf(c, x + R.uniform(-.2, .2) * p, y - p * .9, h * R.uniform(.42, .66) * (1.15 if plant == 'tall' else 1), a, (JUNIPER, JUNIPER2, LEAF)[i % 3])
    if plant == 'flower':
        for i in range(6): a = (i - 2.5) * 22; q = pol(x, y - p, 180 + a, h * R.uniform(.38, .6)); flower(c, *q, h * .06, flowers[i % len(flowers)])
    d = pts([(x - p * .5, y - p), (x + p * .5, y - p), (x + p * .36, y), (x - p * .36, y)]); c.shaded(d, col, pts([(x + c.sh * p * .12, y - p), (x + c.sh * p, y - p), (x + c.sh * p, y), (x + c.sh * p * .08, y)]), .15); c.rect(x - p * .57, y - p * 1.1, p * 1.14, p * .24, light(col, .12), 3)


def wall(c, x0, x1, y, h=80, frieze=True, col=CREAM, gate=None):
    """Courtyard wall from x0 to x1, foot at y. gate: x of an opening with posts."""
    segs = [(x0, x1)] if gate is None else [(x0, gate - h * .8), (gate + h * .8, x1)]
    for a, b in segs:
        c.rect(a + c.sh * 20, y - 6, b - a, h * .26, INK, 0, .10); c.rect(a, y - h, b - a, h, col); c.rect(a, y - h * .18, b - a, h * .18, OCHRE2, 0, .3)
        for i in range(int((b - a) / 90)): px = a + c.R.uniform(0, b - a - 40); c.rect(px, y - h * c.R.uniform(.3, .85), c.R.uniform(26, 60), 5, INK, 2, .05)
        if frieze:
            f = h * .2; c.rect(a, y - h - f, b - a, f, MADDER2); c.rect(a - 4, y - h - f * 1.5, b - a + 8, f * .55, SNOW)
            for i in range(int((b - a) / (f * 2.2))): c.circle(a + f * 1.1 + i * f * 2.2, y - h - f * .5, f * .24, CREAM)
        c.rect(a, y - h, b - a, h * .08, INK, 0, .12)
    if gate:
        for q in (gate - h * .8, gate + h * .8): c.rect(q - h * .16, y - h * 1.5, h * .32, h * 1.5, SNOW); c.rect(q + (0 if c.sh > 0 else -h * .16), y - h * 1.5, h * .16, h * 1.5, INK, 0, .12); c.rect(q - h * .2, y - h * 1.62, h * .4, h * .14, MADDER)


def bunting(c, x0, y0, x1, y1, sag=110, n=22, cols=(TEAL, CREAM, MADDER, JUNIPER, GOLD), size=40):
    """String of plain pennants from (x0, y0) to (x1, y1). Sizes vary a little."""
    P = [(x0 + (x1 - x0) * i / n, y0 + (y1 - y0) * i / n + sag * 4 * (i / n) * (1 - i / n)) for i in range(n + 1)]
    c.line(smooth(P), INK, 3.5, .8)
    for i in range(n):
        (a, b), (d, e) = P[i], P[i + 1]; g = .13; z = size * c.R.uniform(.88, 1.1); sw = c.R.uniform(-.1, .2) * z * c.sh
        p, q = (a + (d - a) * g, b + (e - b) * g), (d - (d - a) * g, e - (e - b) * g); t = ((p[0] + q[0]) / 2 + sw, (p[1] + q[1]) / 2 + z)
        c.poly([p, q, t], cols[i % len(cols)]); c.poly([((p[0] + q[0]) / 2, (p[1] + q[1]) / 2), q if c.sh > 0 else p, t], INK, .12)


def village(c, x0, x1, y, n=6, h=110, seed=4):
    """Cluster of small distant houses with flat roofs and trees; use inside c.air(.2..)."""
    import random
    R = random.Random(seed); st = (x1 - x0) / n
    for i in range(n):
        x = x0 + st * (i + R.uniform(.0, .25)); w = st * R.uniform(.6, .95); q = h * R.uniform(.55, 1.1); yy = y + R.uniform(-10, 10)
        c.poly([(x, yy - q), (x + w, yy - q), (x + w + q * .05, yy), (x - q * .05, yy)], CREAM); z = w * .28
        c.poly([(x + w - z, yy - q), (x + w, yy - q), (x + w + q * .05, yy), (x + w - z, yy)] if c.sh > 0 else [(x, yy - q), (x + z, yy - q), (x + z, yy), (x - q * .05, yy)], INK, .14)
        c.rect(x - 3, yy - q - h * .1, w + 6, h * .1, MADDER2); c.rect(x - 5, yy - q - h * .14, w + 10, h * .045, SNOW)
        for r in range(2 if q > h * .8 else 1):
            for k in range(max(2, int(w / 42))): m = max(2, int(w / 42)); wx = x + w * (k + .5) / m; wy = yy - q * (.78 - .42 * r); c.poly([(wx - 7, wy), (wx + 7, wy), (wx + 9, wy + h * .2), (wx - 9, wy + h * .2)], INK, .85)
        if i % 2: poplar(c, x - st * .1, yy + 6, h * R.uniform(1.1, 1.5), cast=False)
        else: round_tree(c, x + w + 12, yy + 8, h * R.uniform(.6, .8), cast=False)


def palace(c, x, y, w):
    """Distant hill palace, foot of its hill at y, centred on x, about w wide. Each block has its own value and a shade side.
    Use in one or two pictures only, inside c.air(.1 to .3)."""
    s = c.sh; u = w / 100
    hill = [(x - 62 * u, y), (x - 48 * u, y - 8 * u), (x - 36 * u, y - 17 * u), (x - 20 * u, y - 22 * u), (x + 24 * u, y - 22 * u), (x + 38 * u, y - 15 * u), (x + 52 * u, y - 6 * u), (x + 62 * u, y)]
    c.shaded(smooth(hill, k=.6) + ' Z', OCHRE2, pts([(x + s * 4 * u, y - 30 * u), (x + s * 12 * u, y - 14 * u), (x + s * 2 * u, y), (x + s * 80 * u, y), (x + s * 80 * u, y - 30 * u)]), .12)
    for a, b, e, f in ((-50, -3, -26, -14), (-26, -14, -34, -19), (50, -3, 26, -13), (26, -13, 32, -18)):
        c.line([(x + a * u, y + b * u), (x + e * u, y + f * u)], CREAM, 1.7 * u, 1, cap='butt'); c.line([(x + a * u, y + (b + 1) * u), (x + e * u, y + (f + 1) * u)], INK, .5 * u, .2, cap='butt')
    def block(bx, top, bw, foot, col, nx, ny, wincol=INK, band=True, k=.05):
        h = foot - top; X, T, B, F = x + bx * u, y - foot * u, bw * u, y - top * u
        F, T = y - top * u, y - foot * u; hh = F - T; e = hh * k
        d = pts([(X, T), (X + B, T), (X + B + e, F), (X - e, F)]); c.path(d, col); cl = c.clip(d); z = B * .24
        c.poly([(X + B - z, T), (X + B + e, T), (X + B + e, F), (X + B - z * .8, F)] if s > 0 else [(X - e, T), (X + z, T), (X + z * .8, F), (X - e, F)], INK, .17, cl)
        for r in range(ny):
            for q in range(nx):
                wx = X + B * (q + .5) / nx; wy = T + hh * (.12 + .7 * (r + .3) / ny); z2 = max(2.6, .5 * u); c.poly([(wx - z2 * .8, wy), (wx + z2 * .8, wy), (wx + z2, wy + z2 * 2.3), (wx - z2, wy + z2 * 2.3)], wincol, .9)
        if band: c.rect(X - .4 * u, T - 1.7 * u, B + .8 * u, 1.8 * u, MADDER2); c.rect(X - .8 * u, T - 2.3 * u, B + 1.6 * u, .8 * u, SNOW)
    a1, a2, a3 = mix(CREAM, M1, .30), mix(CREAM, M1, .14), SNOW
    block(-44, 12, 16, 27, a1, 5, 2); block(30, 12, 15, 26, mix(CREAM, M1, .42), 5, 2)
    block(-31, 14, 20, 35, a2, 6, 3); block(16, 14, 18, 34, a1, 6, 3)
    block(-14, 16, 32, 40, a3, 9, 3); block(-10, 28, 22, 50, MADDER, 7, 4, CREAM)
    def roof(rx, ry, rw): X, Y, W = x + rx * u, y - ry * u, rw * u; c.path('M%s %s Q%s %s %s %s L%s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (X - W * .62, Y, X - W * .3, Y - W * .1, X - W * .26, Y - W * .34, X + W * .26, Y - W * .34, X + W * .3, Y - W * .1, X + W * .62, Y)), GOLD); c.poly([(X + (0 if s > 0 else -W * .5), Y), (X + (W * .5 if s > 0 else 0), Y), (X + s * W * .26, Y - W * .34), (X, Y - W * .34)], INK, .14); c.rect(X - .5 * u, Y - W * .34 - 1.6 * u, 1 * u, 1.8 * u, GOLD2)
    roof(-5, 52.5, 6); roof(7, 52.5, 6); roof(1, 53, 9); roof(-24, 37, 5); roof(25, 36, 5)


def room(c, floor_y, wall_col='#E9DCC0', floor_col=OCHRE2, dado=MADDER2, beam=True, boards=True):
    """Interior: back wall, painted dado line, ceiling beam, floor boards toward the viewer."""
    c.rect(0, 0, c.w, floor_y, wall_col); c.rect(0, floor_y - 210, c.w, 210, dark(wall_col, .10)); c.rect(0, floor_y - 226, c.w, 16, dado); c.rect(0, floor_y - 236, c.w, 6, GOLD)
    c.rect(0, floor_y, c.w, c.h - floor_y, c.grad((0, dark(floor_col, .06)), (1, light(floor_col, .22)))); c.rect(0, floor_y - 22, c.w, 22, dark(OCHRE3, .2))
    if boards:
        vx = c.w / 2; H = c.h - floor_y
        for i in range(-14, 15): x = vx + i * c.w / 12; c.line([(vx + (x - vx) * .62, floor_y), (vx + (x - vx) * 1.5, c.h)], INK, 3, .10)
        for t in (.16, .4, .72): c.line([(0, floor_y + H * t), (c.w, floor_y + H * t)], INK, 3, .05)
    if beam:
        c.rect(0, 0, c.w, 92, MADDER); c.rect(0, 92, c.w, 12, GOLD); c.rect(0, 104, c.w, 14, TEAL); c.rect(0, 118, c.w, 26, INK, 0, .12)
        for i in range(int(c.w / 84)): c.circle(46 + i * 84, 46, 13, CREAM); c.circle(46 + i * 84, 46, 5, GOLD2)


def room_window(c, x, y, w, h, seed=5, panes=(2, 2), valance=True, view='mountains'):
    """Large inside window with a view of sky and mountains (or view='none' for plain glass). (x, y) top left of glass."""
    k = c.clip('M%s %s h%s v%s h%s Z' % tuple(n1(v) for v in (x, y, w, h, -w)))
    c.poly([(x - 40, y - 24), (x + w + 40, y - 24), (x + w + 62, y + h + 40), (x - 62, y + h + 40)], INK)
    if view == 'mountains':
        with c.g('translate(%s %s)' % (n1(x), n1(y)), clip=None):
            kk = c.clip('M0 0 h%s v%s h%s Z' % (n1(w), n1(h), n1(-w)))
            with c.g(clip=kk):
                sub = Canvas(int(w), int(h), c.time, c.sun, seed); sub.n = 1000 + c.n * 100
                sky(sub, h * .72, (.26, .24), .10, ((.5, .12, w / 2400 + .15, 0), (.1, .3, w / 2400 + .1, 1))); mountains(sub, h * .74, h * .26, seed)
                hills(sub, h * .74, h * .04, seed=seed, scrub=16); 
                with sub.air(.12): village(sub, w * .05, w * .95, h * .93, max(3, int(w / 170)), h * .13, seed)
                sub.rect(0, h * .93, w, h * .1, LEAF); 
                for i in range(6): round_tree(sub, w * (.08 + .17 * i), h * 1.0, h * .16, (JUNIPER, LEAF)[i % 2], cast=False)
                c.defs += sub.defs; c.o += sub.o; c.n += 50
    else: c.rect(x, y, w, h, '#CFE3E2')
    c.poly([(x + w * .1, y), (x + w * .34, y), (x, y + h * .62), (x, y + h * .2)], SNOW, .16, k); c.rect(x, y, w, h * .06, INK, 0, .18)
    b = max(10, w * .024); nx, ny = panes
    for i in range(nx + 1): c.rect(x + w * i / nx - b / 2, y - b / 2, b, h + b, MADDER)
    for j in range(ny + 1): c.rect(x - b / 2, y + h * j / ny * (1 if j in (0, ny) else .82) - b / 2, w + b, b, MADDER)
    c.rect(x - 56, y + h + 12, w + 112, 26, OCHRE); c.rect(x - 56, y + h + 38, w + 112, 14, INK, 0, .2)
    if valance:
        X, W = x - 66, w + 132; c.rect(X - 8, y - 96, W + 16, 16, GOLD); c.rect(X, y - 80, W, 30, MADDER2); c.rect(X, y - 50, W, 70, INK, 0, .16); n = max(7, round(W / 66)); ww = W / n
        for i in range(n): c.path('M%s %s h%s v26 q%s 34 %s 0 Z' % tuple(n1(v) for v in (X + i * ww, y - 50, ww, -ww / 2, -ww)), (TEAL, CREAM, GOLD, CREAM)[i % 4]); c.rect(X + (i + .62) * ww if c.sh > 0 else X + i * ww, y - 50, ww * .38, 32, INK, 0, .12)
