"""Things for scenes where people gather: late-afternoon light, toys, picture book, suitcases, khatas, minibus with its rack, clinic tent."""
import math
from kit import *
import core

core.TIMES['afternoon'] = dict(sky=('#86B4BF', '#E3D6B4', '#F6D29A'), sun='#FBE0A0', glow='#FBE9C0', air='#EBD6B2',
    far='#C4C6BC', ridge=('#B4C0BE', '#8FA6AE', '#6D8C9B'), shade=('#8EA3AD', '#6A8899', '#4E7186'), ground=('#E8C690', '#CFA066'), hill='#C3A66C', low=.03)
core.TIMES['sunset'] = dict(sky=('#5B8699', '#DDBF9F', '#F9CE8C'), sun='#F7C56A', glow='#F9D893', air='#E8BE92',
    far='#B8AFA9', ridge=('#A79FA4', '#7C8496', '#566F87'), shade=('#7E8295', '#566B84', '#3C5873'), ground=('#D9AE7C', '#A98055'), hill='#A88A60', low=.06)


def T(*v): return tuple(n1(q) for q in v)


# ---------------------------------------------------------------- toys
def block(c, x, y, s, col, top=None, face=None):
    """Wooden building cube seen a little from above, middle of its foot at (x, y), edge s."""
    m = c.sh; d = s * .26; top = top or light(col, .3)
    c.ell(x + m * s * .16, y + 2, s * .66, s * .12, INK, .16)
    c.rect(x - s / 2, y - s, s, s, col, 3); c.poly([(x - s / 2, y - s), (x + s / 2, y - s), (x + s / 2 - d * .5, y - s - d), (x - s / 2 + d * .5, y - s - d)], top)
    c.rect(x + (s * .12 if m > 0 else -s / 2), y - s, s * .38, s, INK, 2, .12)
    if face == 'dot': c.circle(x - m * s * .06, y - s * .5, s * .2, CREAM)
    elif face == 'tri': c.poly([(x - s * .24, y - s * .28), (x + s * .2, y - s * .28), (x - s * .02, y - s * .7)], CREAM)
    elif face == 'bar': c.rect(x - s * .28, y - s * .58, s * .52, s * .16, CREAM, 3)
    elif face == 'sq': c.rect(x - s * .24, y - s * .7, s * .42, s * .42, CREAM, 3)


def arch_block(c, x, y, w, h, col):
    """Arched building block."""
    c.path('M%s %s V%s H%s V%s H%s A%s %s 0 0 0 %s %s V%s Z' % T(x - w / 2, y, y - h, x + w / 2, y, x + w * .24, w * .24, w * .24, x - w * .24, y, y), col)
    c.poly([(x - w / 2, y - h), (x + w / 2, y - h), (x + w * .44, y - h - w * .13), (x - w * .44, y - h - w * .13)], light(col, .3))
    c.rect(x + (w * .25 if c.sh > 0 else -w / 2), y - h, w * .25, h, INK, 0, .12)


def roof_block(c, x, y, w, h, col):
    c.poly([(x - w / 2, y), (x + w / 2, y), (x, y - h)], col); c.poly([(x, y - h), (x + c.sh * w / 2, y), (x, y)], INK, .14)


def rings(c, x, y, h):
    """Stacking rings on a peg."""
    c.ell(x + c.sh * h * .08, y, h * .5, h * .08, INK, .16); c.rect(x - h * .03, y - h, h * .06, h * .5, OCHRE3, 4); c.circle(x, y - h, h * .08, MADDER)
    for i, q in enumerate((TEAL, GOLD, JUNIPER, CORAL)):
        w = h * (.88 - .17 * i); yy = y - h * (.2 + .2 * i); c.rect(x - w / 2, yy, w, h * .2, q, h * .1); c.rect(x + (w * .14 if c.sh > 0 else -w / 2), yy, w * .36, h * .2, INK, h * .08, .13); c.rect(x - c.sh * w * .3 - w * .1, yy + h * .045, w * .2, h * .035, SNOW, 2, .4)


def drum(c, x, y, w):
    h = w * .62; c.ell(x + c.sh * w * .1, y, w * .54, w * .1, INK, .16)
    c.rect(x - w / 2, y - h, w, h, MADDER); c.ell(x, y, w / 2, w * .1, MADDER); c.rect(x + (w * .16 if c.sh > 0 else -w / 2), y - h, w * .34, h, INK, 0, .13)
    c.line([(x - w / 2 + w * i / 6, y - h + (0 if i % 2 else h)) for i in range(7)], CREAM, max(3, w * .025))
    for yy in (y - h, y): c.line('M%s %s q%s %s %s 0' % T(x - w / 2, yy, w / 2, w * .12, w), GOLD, w * .07)
    c.ell(x, y - h, w / 2, w * .12, SNOW); c.line('M%s %s a%s %s 0 0 0 %s 0' % T(x - w / 2, y - h, w / 2, w * .12, w), GOLD, w * .05)


def toy_yak(c, x, y, L, m=1, col=None):
    """Soft toy yak on four stumpy legs."""
    u = L / 100; col = col or mix(OCHRE3, INK, .25); c.ell(x + c.sh * 6 * u, y, 44 * u, 6 * u, INK, .16)
    with c.g('translate(%s %s) scale(%d 1)' % (n1(x), n1(y), m)):
        for lx in (-28, -12, 12, 26): c.rect((lx - 7) * u, -24 * u, 14 * u, 24 * u, dark(col, .16), 6 * u)
        d = smooth([(q * u, r * u) for q, r in ((-40, -34), (-34, -58), (-8, -64), (22, -62), (36, -44), (34, -20), (4, -14), (-30, -16))], True, .8)
        c.path(d, col); k = c.clip(d)
        for i in range(6): c.line('M%s %s q%s %s 0 %s' % T((-32 + i * 12) * u, -16 * u, 5 * u, -8 * u, -16 * u), light(col, .22), 4 * u, .6, clip=k)
        c.circle(40 * u, -56 * u, 20 * u, col); c.ell(50 * u, -50 * u, 13 * u, 10 * u, OCHRE); c.circle(40 * u, -60 * u, 3 * u, INK); c.circle(54 * u, -52 * u, 2 * u, INK)
        c.line('M%s %s q%s %s %s %s' % T(32 * u, -72 * u, -12 * u, -4 * u, -10 * u, -18 * u), CREAM, 6 * u); c.line('M%s %s q%s %s %s %s' % T(46 * u, -74 * u, 10 * u, -4 * u, 8 * u, -18 * u), CREAM, 6 * u)
        c.path(pts([(-18 * u, -66 * u), (8 * u, -67 * u), (10 * u, -44 * u), (-20 * u, -43 * u)]), MADDER); c.rect(-19 * u, -52 * u, 29 * u, 4 * u, GOLD); c.line('M%s %s q%s %s %s %s' % T(-40 * u, -40 * u, -12 * u, 6 * u, -10 * u, 20 * u), col, 6 * u)


def toy_cart(c, x, y, L, col=TEAL, load=(MADDER, GOLD, CREAM), m=1):
    """Pull-along cart with a string and blocks in it."""
    h = L * .3; c.ell(x + c.sh * L * .05, y, L * .55, L * .06, INK, .16)
    for i, q in enumerate(load): c.rect(x - L * .34 + i * L * .24, y - h * (1.5 + .25 * (i % 2)), L * .2, L * .22, q, 3); c.rect(x - L * .34 + i * L * .24 + L * .12, y - h * (1.5 + .25 * (i % 2)), L * .08, L * .22, INK, 0, .13)
    c.rect(x - L / 2, y - h * 1.05, L, h * .72, col, 8); c.rect(x - L / 2, y - h * .62, L, h * .14, GOLD); c.rect(x + (L * .2 if c.sh > 0 else -L / 2), y - h * 1.05, L * .3, h * .72, INK, 8, .13)
    for e in (-.3, .3): c.circle(x + e * L, y - h * .3, h * .34, MADDER); c.circle(x + e * L, y - h * .3, h * .13, CREAM)
    c.line('M%s %s q%s %s %s %s t%s %s' % T(x + m * L * .5, y - h * .5, m * L * .12, h * .5, m * L * .26, h * .3, m * L * .24, h * .1), CREAM, 5)


def picturebook(c, x, y, w, rot=0):
    """Large open picture book, its pages toward us; (x, y) middle, w wide: moon and mountains, a yak on a green hill."""
    h = w * .56
    with c.g('translate(%s %s) rotate(%s) scale(%.4f)' % (n1(x), n1(y), n1(rot), w / 400)):
        c.path('M-204 -112 Q-100 -128 0 -108 Q100 -128 204 -112 L204 118 Q100 102 0 122 Q-100 102 -204 118 Z', MADDER)
        c.path('M-194 -116 Q-98 -132 0 -112 L0 112 Q-98 92 -194 108 Z', SNOW); c.path('M194 -116 Q98 -132 0 -112 L0 112 Q98 92 194 108 Z', SNOW)
        L = 'M-180 -102 Q-96 -116 -12 -98 L-12 94 Q-96 78 -180 92 Z'; R = 'M180 -102 Q96 -116 12 -98 L12 94 Q96 78 180 92 Z'
        k = c.clip(L); c.path(L, mix(M3, INK, .25)); c.circle(-122, -58, 24, '#FBE6B5', 1, k); c.circle(-112, -64, 20, mix(M3, INK, .25), 1, k)
        for a, b in ((-60, -74), (-40, -40), (-88, -86), (-158, -80), (-150, -20)): c.circle(a, b, 4, CREAM, .9, k)
        c.poly([(-190, 100), (-190, 40), (-140, -14), (-104, 34), (-70, -30), (-10, 50), (-10, 100)], M2, 1, k); c.poly([(-140, -14), (-122, 10), (-136, 16), (-144, 8), (-154, 12)], SNOW, 1, k); c.poly([(-70, -30), (-48, 4), (-66, 2), (-74, 12), (-86, 2)], SNOW, 1, k); c.path('M-190 60 Q-100 36 -10 70 L-10 110 L-190 110 Z', JUNIPER, 1, k)
        k = c.clip(R); c.path(R, '#F8E3BE'); c.circle(140, -62, 22, GOLD, 1, k); c.path('M0 40 Q90 0 200 36 L200 110 L0 110 Z', LEAF, 1, k); c.path('M0 74 Q90 44 200 80 L200 110 L0 110 Z', JUNIPER, 1, k)
        yak(c, 84, 52, 104, 1)
        for a, b in ((26, 78), (60, 84), (150, 70), (168, 84)): flower(c, a, b, 8, MADDER)
        c.path('M0 -112 Q%d -122 %d -121 L%d 102 Q%d 98 0 112 Z' % (c.sh * 30, c.sh * 50, c.sh * 50, c.sh * 30), INK, .10)
        c.path('M0 -112 Q-14 -118 -26 -119 L-26 101 Q-14 104 0 112 Z', INK, .08)


# -------------------------------------------------------------- travel
def suitcase(c, x, y, w, col=TEAL, h=None, handle=True, strap=GOLD, pull=False):
    """Suitcase standing at (x, y) = middle of its foot. pull: drawn-out handle and wheels."""
    h = h or w * .72; s = c.sh; c.ell(x + s * w * .12, y, w * .58, w * .07, INK, .18); c.cast(x, y, w * .7, w * .8, .1)
    if pull: c.line([(x - w * .18, y - h), (x - w * .18, y - h * 1.5), (x + w * .18, y - h * 1.5), (x + w * .18, y - h)], M2, max(5, w * .04)); [c.circle(x + e * w * .34, y - w * .03, w * .06, INK) for e in (-1, 1)]
    elif handle: c.line('M%s %s v%s q0 %s %s %s h%s q%s 0 %s %s v%s' % T(x - w * .16, y - h, -w * .06, -w * .06, w * .06, -w * .06, w * .2, w * .06, w * .06, w * .06, w * .06), INK, max(5, w * .045))
    d = 'M%s %s h%s v%s h%s Z' % T(x - w / 2, y - h, w, h, -w)
    c.rect(x - w / 2, y - h, w, h, col, w * .09); c.rect(x + (w * .14 if s > 0 else -w / 2), y - h, w * .36, h, INK, w * .08, .13)
    for e in (-.28, .28): c.rect(x + e * w - w * .04, y - h, w * .08, h, strap, 0, .95); c.rect(x + e * w - w * .055, y - h * .62, w * .11, h * .12, CREAM, 3)
    c.line([(x - w * .44, y - h * .92), (x + w * .36, y - h * .92)], SNOW, max(3, w * .02), .3)
    for e in (-1, 1):
        for t in (0, 1): c.rect(x + e * w * .44 - w * .06, y - h + t * h * .84, w * .12, h * .16, dark(col, .35), 5)


def duffel(c, x, y, w, col=MADDER):
    h = w * .46; s = c.sh; c.ell(x + s * w * .1, y, w * .56, w * .06, INK, .18)
    c.rect(x - w / 2, y - h, w, h, col, h * .45); c.rect(x - w / 2, y - h * .5, w, h * .5, INK, h * .3, .12)
    for e in (-.24, .24): c.rect(x + e * w - w * .035, y - h, w * .07, h, dark(col, .35))
    c.line('M%s %s q%s %s %s 0' % T(x - w * .24, y - h, w * .24, -h * .7, w * .48), dark(col, .35), max(5, w * .04)); c.line([(x - w * .4, y - h * .84), (x + w * .38, y - h * .84)], GOLD, max(3, w * .02))


def khata_hang(c, p, q, drop, w, fold=.0, cols=None):
    """White scarf: a band from p over q's level hanging down by drop at both ends, w wide. Use for scarves held out or laid on."""
    khata_strip(c, [(p[0], p[1] + drop), (p[0], p[1] + drop * .5), p, ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2 + w * .8), q, (q[0], q[1] + drop * .55), (q[0], q[1] + drop * .92)], w)


def khata_strip(c, P, w, fringe=True, shade=True):
    """White scarf of width w along the points P, with a soft fold in it and fringes at both ends."""
    c.line(smooth(P, k=.8), mix(SNOW, M1, .28), w * 1.06, cap='butt') if shade else None
    c.line(smooth([(x - c.sh * w * .10, y) for x, y in P], k=.8), SNOW, w * .84, cap='butt')
    c.line(smooth([(x + c.sh * w * .12, y) for x, y in P], k=.8), INK, max(3, w * .09), .10, cap='butt')
    if fringe:
        for a, b in ((P[0], P[1]), (P[-1], P[-2])):
            L = math.hypot(a[0] - b[0], a[1] - b[1]) or 1; ux, uy = (a[0] - b[0]) / L, (a[1] - b[1]) / L; vx, vy = -uy, ux
            for i in range(5):
                t = (i - 2) / 2 * w * .42; c.line([(a[0] + vx * t, a[1] + vy * t), (a[0] + vx * t * 1.15 + ux * w * .5, a[1] + vy * t * 1.15 + uy * w * .5)], SNOW, max(3, w * .09))


def sunny_window(c, x, y, w, h, seed=5, at=(.76, .22)):
    """room_window with the sun standing where you want it (so that the light on the floor agrees with it)."""
    import build
    old = build.sky
    def low_sun(cc, hz, sun=None, r=.1, clouds=()): old(cc, hz, at, r, ((.06, .14, w / 2400 + .12, 0), (.34, .40, w / 2400 + .08, 1)))
    build.sky = low_sun
    try: room_window(c, x, y, w, h, seed)
    finally: build.sky = old


def basket(c, x, y, w, col=OCHRE2, load=()):
    """Woven floor basket with balls or toys in it."""
    h = w * .6; s = c.sh; c.ell(x + s * w * .1, y, w * .54, w * .08, INK, .16)
    for i, q in enumerate(load): a = x + (i - (len(load) - 1) / 2) * w * .8 / max(1, len(load)); r = w * (.17 + .03 * (i % 2)); c.circle(a, y - h - r * .35, r, q); c.path('M%s %s a%s %s 0 0 1 %s 0 Z' % T(a - r, y - h - r * .35, r, r * .7, r * 2), CREAM, .85); c.ell(a + s * r * .35, y - h - r * .25, r * .7, r * .85, INK, .1)
    d = 'M%s %s H%s Q%s %s %s %s H%s Q%s %s %s %s Z' % T(x - w / 2, y - h, x + w / 2, x + w * .5, y - h * .4, x + w * .38, y, x - w * .38, x - w * .5, y - h * .4, x - w / 2, y - h); c.path(d, col); k = c.clip(d)
    for j in range(4):
        yy = y - h * (.84 - .2 * j)
        for i in range(9): c.rect(x - w * .5 + i * w * .125 + (w * .06 if j % 2 else 0), yy, w * .07, h * .09, dark(col, .22), h * .04, 1, k)
    c.rect(x + (w * .14 if s > 0 else -w / 2), y - h, w * .36, h, INK, 0, .13, k); c.rect(x - w * .53, y - h * 1.06, w * 1.06, h * .14, light(col, .2), h * .06)


def floor_cushion(c, x, y, w, col=GOLD, trim=None, h=None):
    """Round floor cushion seen from above; (x, y) middle of its top, w wide."""
    h = h or w * .085; ry = w * .17; trim = trim or light(col, .4); s = c.sh
    c.ell(x + s * w * .05, y + h * 1.3, w * .53, ry * 1.04, INK, .18)
    d = 'M%s %s V%s A%s %s 0 0 0 %s %s V%s Z' % T(x - w / 2, y, y + h, w / 2, ry, x + w / 2, y + h, y); c.path(d, dark(col, .2)); c.path(d, INK, .12, c.clip('M%s %s h%s v%s h%s Z' % T(x + (0 if s > 0 else -w), y - ry, w, ry * 4, -w)))
    c.ell(x, y, w / 2, ry, col); c.line('M%s %s a%s %s 0 0 0 %s 0' % T(x - w / 2, y + h * .5, w / 2, ry, w), trim, max(4, h * .22), .8)
    c.ell(x - s * w * .06, y - ry * .12, w * .36, ry * .62, light(col, .22), .6)


def soft_cloud(c, x, y, s=1, col='#F8E1BE', op=.75, rows=3):
    """Evening cloud: capsules lit from below, left end at x."""
    R = c.R
    for i in range(rows):
        w = (200, 330, 440)[-rows:][i] * R.uniform(.9, 1.1) * s; c.rect(x + (470 * s - w) * R.uniform(.3, .7), y + i * 30 * s, w, 34 * s, mix(col, SNOW, .25 - .12 * i), 17 * s, op)
    c.rect(x + 90 * s, y + rows * 30 * s + 4, 260 * s, 18 * s, col, 9 * s, op * .6)


def coach(c, x, y, L, col=TEAL, lamps=True):
    """Long-distance minibus from the side, driving right, (x, y) = middle of its foot; door open behind the front wheel, rack on the roof.
    Returns the unit u (L / 100), the floor of the open door and the top of the rack."""
    from people import head
    u = L / 100; s = c.sh; X = lambda a: x + a * u; Y = lambda b: y - b * u; P = lambda *q: [(X(a), Y(b)) for a, b in q]
    c.ell(X(3), y - 2, 55 * u, 3 * u, INK, .2); c.poly(P((-48, 1), (50, 1), (64, -5), (-30, -5)), INK, .13)
    # rack and what is tied on it
    for a, w, h, q in ((-38, 13, 6.4, MADDER2), (-24.5, 11, 8, GOLD2), (-13, 10, 5.6, M3), (-2.5, 14, 6.8, JUNIPER2), (12.5, 9, 5, OCHRE3)):
        c.rect(X(a), Y(47.4 + h), w * u, h * u, q, 6); c.rect(X(a + w * .62), Y(47.4 + h), w * .38 * u, h * u, INK, 5, .16); c.rect(X(a + 1), Y(47.4 + h) + 3, w * .5 * u, 4, SNOW, 2, .25)
        for e in (.25, .7): c.rect(X(a + w * e), Y(47.4 + h), .9 * u, h * u, INK, 0, .3)
    c.line(smooth(P((-39, 50), (-30, 55.2), (-19, 56.2), (-8, 53.4), (4, 55), (17, 52.8), (22.5, 48.6))), CREAM, 4, .8)
    c.rect(X(-41), Y(47.6), 66 * u, 1.1 * u, M1); c.rect(X(-41), Y(51), 66 * u, .7 * u, M1)
    for i in range(8): c.rect(X(-41 + i * 9.3), Y(51), .7 * u, 6 * u, M2)
    # body
    d = 'M%s %s L%s %s Q%s %s %s %s L%s %s Q%s %s %s %s L%s %s Q%s %s %s %s L%s %s Q%s %s %s %s L%s %s Z' % T(X(-50), Y(7), X(-50), Y(39), X(-50), Y(45), X(-44), Y(45), X(30), Y(45), X(36), Y(45), X(38.4), Y(41), X(46), Y(25), X(50), Y(23.5), X(50), Y(18), X(50), Y(9), X(50), Y(7), X(48), Y(7), X(-50), Y(7))
    c.path(d, SNOW); k = c.clip(d)
    c.rect(X(-52), Y(22), 106 * u, 18 * u, col, 0, 1, k); c.rect(X(-52), Y(24), 106 * u, 2 * u, GOLD, 0, 1, k); c.rect(X(-52), Y(11.4), 106 * u, 5 * u, INK, 0, .2, k); c.rect(X(-52), Y(45), 106 * u, 2.4 * u, INK, 0, .10, k)
    c.poly(P((22, 46), (54, 46), (54, 5), (30, 5)), INK, .09, k); c.poly(P((-52, 46), (-47.6, 46), (-47.6, 5), (-52, 5)), SNOW, .3, k)
    c.line(P((-47, 20.4), (4, 20.4)), SNOW, 4, .28)
    # windows
    wins = ((-46, 11.5), (-33, 11.5), (-20, 11.5), (-7, 9))
    for i, (a, w) in enumerate(wins):
        c.rect(X(a), Y(41), w * u, 14.6 * u, '#DDB06B', 1.4 * u); kk = c.clip('M%s %s h%s v%s h%s Z' % T(X(a), Y(41), w * u, 14.6 * u, -w * u))
        c.rect(X(a), Y(31), w * u, 5 * u, MADDER2, 1.4 * u, .34, kk)
        o = ((dict(hair='bun', skin=SKINS[2]), 5.2), (dict(hair='short', skin=SKINS[0], glasses=True), 6.4), None, (dict(hair='bob', skin=SKINS[1], mood='open'), 4.6))[i]
        if o:
            hx = X(a + o[1]); c.path(smooth([(hx - 4.6 * u, Y(25)), (hx - 3.8 * u, Y(29.6)), (hx, Y(31)), (hx + 3.8 * u, Y(29.6)), (hx + 4.6 * u, Y(25))]) + ' Z', (MADDER2, JUNIPER2, TEAL, INK)[i], 1, kk); c.line([(hx - 1.8 * u, Y(31)), (hx - 1.3 * u, Y(27)), (hx + 1.3 * u, Y(27)), (hx + 1.8 * u, Y(31))], SNOW, .9 * u, 1, clip=kk); head(c, hx, Y(34.2), 8.4 * u, '34', -1, -4, 'adult', **o[0])
            if i == 1: c.line([(hx - 3.4 * u, Y(28.6)), (hx - 4.6 * u, Y(33))], JUNIPER2, 2 * u); c.circle(hx - 4.7 * u, Y(34.4), 1.25 * u, SKINS[0])
        c.poly(P((a + .8, 40.4), (a + w * .5, 40.4), (a + .8, 30)), SNOW, .26, kk); c.rect(X(a), Y(41), w * u, 1.3 * u, INK, 0, .3, kk)
    # open door: warm light inside, steps, a grab rail
    c.rect(X(4), Y(42), 12.4 * u, 34 * u, mix(INK, MADDER2, .2), u); c.rect(X(4.9), Y(41.2), 10.6 * u, 33 * u, '#D9A75E', 0, .62); c.rect(X(4.9), Y(41.2), 3.2 * u, 33 * u, INK, 0, .3); c.poly(P((9, 41), (15.4, 41), (15.4, 20), (11, 20)), SNOW, .16)
    c.rect(X(10.4), Y(31), 4 * u, 12 * u, MADDER2, u); c.rect(X(9.6), Y(20.4), 6 * u, 3 * u, MADDER, u)
    for i, b in enumerate((14, 10.5)): c.rect(X(4.9), Y(b), 10.6 * u, 3.4 * u, (mix(M2, INK, .3), mix(M1, INK, .2))[i])
    c.line(P((6, 30), (6, 18)), GOLD, .8 * u)
    c.rect(X(2.8), Y(7.4), 15 * u, 1.5 * u, M2, 3); c.rect(X(2.8), Y(6.5), 15 * u, .6 * u, INK, 2, .3)
    # windscreen side, lamp, bumper, mirror
    c.poly(P((19.4, 41), (34.4, 41), (36.4, 38.8), (41.8, 26.4), (19.4, 26.4)), mix(M3, INK, .2)); kk = c.clip(pts(P((19.4, 41), (34.4, 41), (36.4, 38.8), (41.8, 26.4), (19.4, 26.4)))); c.rect(X(19), Y(33), 25 * u, 20 * u, '#E9B765', 0, .18, kk); c.poly(P((30.4, 42), (36, 42), (30, 25), (24, 25)), SNOW, .24, kk); c.rect(X(28), Y(42), 1.1 * u, 17 * u, SNOW, 0, 1)
    c.line(P((22.6, 26), (25, 30.6)), INK, .9 * u, .8)
    c.line(P((36.6, 37), (42.4, 36.4)), INK, .8 * u); c.rect(X(41.2), Y(37.6), 2.6 * u, 6 * u, INK, u)
    c.line(P((18, 42), (18, 10)), INK, 4, .22); c.line(P((30, 24), (30, 10)), INK, 4, .18); c.rect(X(20), Y(19.4), 3 * u, .9 * u, CREAM, 3)
    c.ell(X(47.8), Y(17.4), 1.9 * u, 2.5 * u, GOLD); c.ell(X(47.5), Y(17.9), .9 * u, 1.2 * u, SNOW); c.rect(X(44.6), Y(10.4), 7 * u, 3.4 * u, INK, u); c.rect(X(-51.4), Y(10.4), 8 * u, 3.4 * u, INK, u); c.rect(X(-50.2), Y(21), 1.8 * u, 5 * u, MADDER, u)
    if lamps: c.poly(P((49, 19), (74, 23), (74, 7), (49, 15.6)), '#FBE0A8', .22)
    for wx in (-30, 33):
        c.path('M%s %s A%s %s 0 0 1 %s %s Z' % T(X(wx - 9.4), Y(7), 9.4 * u, 9.4 * u, X(wx + 9.4), Y(7)), mix(INK, TEAL, .12)); c.circle(X(wx), Y(7.2), 7.4 * u, INK); c.circle(X(wx), Y(7.2), 4.3 * u, M1); c.circle(X(wx), Y(7.2), 1.5 * u, INK)
        for i in range(6): a = i * 1.047; c.circle(X(wx) + math.cos(a) * 3 * u, Y(7.2) + math.sin(a) * 3 * u, .55 * u, INK, .6)
        c.path('M%s %s a%s %s 0 0 0 %s 0 Z' % T(X(wx - 7.4), Y(7.2), 7.4 * u, 7.4 * u, 14.8 * u), INK, .25)
    return u


def ladder(c, a, b, w, n=9, col=OCHRE3):
    """Ladder from foot a to top b."""
    for e in (-1, 1): c.line([(a[0] + e * w / 2, a[1]), (b[0] + e * w * .44, b[1])], col if e * c.sh < 0 else dark(col, .2), 11)
    for i in range(1, n): t = i / n; x, y = a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t; c.line([(x - w * .46, y), (x + w * .46, y)], dark(col, .1), 9)


def clinic_tent(c, x, y, w, trim=TEAL, inside=None):
    """Large relief tent seen from its long side with a porch; (x, y) left foot of the long wall, w its length. The gable on the sun's side (left).
    inside: function drawing what stands in the open doorway, called with (x0, x1, floor y). Returns the porch: (x0, x1, y of its front edge)."""
    u = w / 100; X = lambda a: x + a * u; Y = lambda b: y - b * u; P = lambda *q: [(X(a), Y(b)) for a, b in q]
    c.poly(P((-22, 2), (100, 2), (132, -12), (20, -14)), INK, .12)
    # guy ropes of the back and the gable
    for a in ((-7, 76, -34, -1), (-21, 46, -36, 2), (102, 50, 122, -3), (99, 76, 124, 4)): c.line(P(a[:2], a[2:]), mix(OCHRE3, INK, .3), 4, .8); c.rect(X(a[2]) - 5, Y(a[3]) - 6, 10, 22, OCHRE3, 3)
    # gable
    g = P((0, -2), (-1, 47), (-8, 77), (-22, 47), (-21, 3)); d = pts(g); c.path(d, SNOW); k = c.clip(d)
    c.poly(P((-8, 77), (-1, 47), (0, -2), (-7, -2), (-8.5, 40)), INK, .05, k); c.line(P((-22, 47), (-1, 47)), INK, 5, .10, clip=k); c.rect(X(-30), Y(12), 40 * u, 14 * u, OCHRE2, 0, .12, k)
    c.path(smooth(P((-14.5, 1), (-14.5, 26), (-11.5, 33), (-8.5, 26), (-7.6, -1)), k=.8) + ' Z', mix(INK, TEAL, .2), 1, k); c.path(smooth(P((-14.5, 1), (-14.5, 26), (-11.5, 33), (-12.2, 16)), k=.8) + ' Z', dark(SNOW, .12), 1, k)
    c.line(P((-22, 47), (-8, 77), (-1, 47)), trim, 2.2 * u, 1, clip=k)
    # long wall in the porch's shade, doorway
    d = pts(P((0, -2), (-1, 48), (101, 48), (100, 0))); c.path(d, dark(SNOW, .17)); k = c.clip(d)
    for a in (14, 28, 74, 88): c.line(P((a, 48), (a - .6, 0)), INK, 5, .10, clip=k)
    c.rect(X(-2), Y(9), 104 * u, 12 * u, OCHRE3, 0, .16, k)
    for a in (7, 80):                                   # net windows with rolled blinds
        c.rect(X(a), Y(36), 13 * u, 13 * u, mix(M3, INK, .25), u); [c.line(P((a + 2.2 * i, 36), (a + 2.2 * i, 23)), M1, 3, .35) for i in range(1, 6)]; [c.line(P((a, 36 - 2.6 * i), (a + 13, 36 - 2.6 * i)), M1, 3, .35) for i in range(1, 5)]; c.rect(X(a - .6), Y(38.4), 14.2 * u, 3 * u, dark(CREAM, .2), 1.5 * u); [c.rect(X(a + e), Y(38.8), .9 * u, 3.8 * u, trim) for e in (3, 9)]
    dr = pts(P((36, -2), (37, 43), (66, 43), (67, -2))); c.path(dr, mix(INK, TEAL, .22)); kk = c.clip(dr)
    c.rect(X(36), Y(43), 32 * u, 8 * u, INK, 0, .35, kk)
    if inside:
        with c.g(clip=kk): inside(X(36), X(67), Y(1))
    for a, m in ((36, 1), (67, -1)): c.path(smooth(P((a, -2), (a, 43), (a + 7 * m, 42), (a + 3.4 * m, 26), (a + 1.4 * m, 22), (a + 3 * m, 12), (a + 2.6 * m, -2))) + ' Z', dark(SNOW, .1 if m > 0 else .2)); c.line(P((a, 22.4), (a + 2.4 * m, 22.4)), GOLD, .9 * u)
    # roof slope and its teal cross
    rf = P((-1, 47), (-8, 77), (92, 77), (102, 47)); d = pts(rf); c.path(d, mix(SNOW, CREAM, .5)); k = c.clip(d)
    for a, b in ((12, 7.5), (36, 31.5), (60, 55.4), (82, 76.6)): c.poly(P((a, 47), (b - 1.6, 77), (b - 4, 77), (a - 3.6, 47)), INK, .05, k)
    c.poly(P((70, 77), (93, 77), (103, 47), (86, 47)), INK, .08, k)
    G = lambda p, q: (X(-1 + 103 * p + (-7 - 3 * p) * q), Y(47 + 30 * q))
    for p0, p1, q0, q1 in ((.435, .485, .2, .86), (.36, .56, .40, .66)): c.poly([G(p0, q0), G(p1, q0), G(p1, q1), G(p0, q1)], trim)
    c.line(P((-8, 77), (92, 77)), trim, 1.8 * u); c.line([G(.01, .06), G(.99, .06)], INK, 4, .12)
    for a in (-8, 92): c.rect(X(a) - 5, Y(82), 10, 6 * u, OCHRE3, 3)
    # porch and the shade it throws on the wall
    c.poly(P((-1, 46), (101, 46), (100.6, 26), (6, 26), (-.4, 32)), INK, .13, c.clip(pts(P((0, -2), (-1, 48), (101, 48), (100, 0)))))
    c.poly(P((-1, 47), (102, 47), (108, 42), (-6, 42)), SNOW); c.poly(P((60, 47), (102, 47), (108, 42), (66, 42)), INK, .07)
    for a in (20, 46, 74): c.line(P((a, 47), (a + (a - 50) * .1, 42)), INK, 4, .10)
    n = 27; ww = 114 / n
    for i in range(n):
        a = -6 + i * ww; c.path('M%s %s h%s v%s q%s %s %s 0 Z' % T(X(a), Y(42), ww * u, 3.2 * u, -ww * u / 2, 3 * u, -ww * u), (trim, CREAM, GOLD, CREAM)[i % 4]); c.rect(X(a + ww * .6), Y(42), ww * .4 * u, 4.2 * u, INK, 0, .12)
    c.rect(X(-6), Y(42.6), 114 * u, 1.1 * u, MADDER2)
    return X(-5), X(107), Y(42)


def tent_pole(c, x, y0, y1, rope=1, L=150, col=OCHRE3):
    c.ell(x + c.sh * 20, y1, 34, 7, INK, .16); c.line([(x, y0), (x + rope * L, y1 + 20)], mix(OCHRE3, INK, .3), 4, .8); c.rect(x + rope * L - 5, y1 + 8, 10, 22, OCHRE3, 3); c.rect(x - 9, y0 - 16, 18, y1 - y0 + 16, col, 5); c.rect(x + (1 if c.sh > 0 else -9), y0 - 16, 8, y1 - y0 + 16, INK, 4, .2)


def pony(c, x, y, L, m=1, col=OCHRE3, mane=INK, saddle=True, head_down=0, blaze=True):
    """Sturdy highland horse about L long from chest to tail, feet at y, with a saddle rug and reins. Returns the bridle's point."""
    u = L / 100; s = c.sh * m; c.ell(x + c.sh * 9 * u, y, 50 * u, 5.4 * u, INK, .17); c.cast(x, y, 46 * u, 70 * u, .09)
    S = lambda p, k=.8: smooth([(a * u, b * u) for a, b in p], True, k)
    hd = head_down
    with c.g('translate(%s %s) scale(%d 1)' % (n1(x), n1(y), m)):
        far = dark(col, .28)
        c.path(S([(-34, -46), (-37, -28), (-33, -20), (-35, -5), (-37, 0), (-29, 0), (-28, -5), (-27, -20), (-24, -30), (-22, -46)], .7), far)
        c.path(S([(20, -44), (19, -22), (22, -6), (20, 0), (28, 0), (28, -6), (27, -22), (31, -44)], .7), far)
        c.path(S([(-42, -66), (-53, -58), (-55, -36), (-50, -14), (-46, -16), (-45, -36), (-41, -52)]), mane)
        d = S([(-43, -62), (-36, -72), (-20, -73), (0, -68), (18, -72), (28, -80), (39, -96 + hd), (47, -106 + hd), (55, -105 + hd), (60, -98 + hd), (71, -86 + hd), (73, -80 + hd), (68, -76 + hd), (60, -79 + hd), (53, -82 + hd), (47, -70 + hd * .6), (38, -50), (28, -40), (4, -36), (-18, -38), (-36, -42), (-43, -52)], .8)
        c.path(d, col); k = c.clip(d)
        c.path(S([(-44, -50), (-20, -46), (10, -46), (34, -54), (44, -62), (40, -30), (-40, -30)]), INK, .12, k); (c.path(S([(46, -110 + hd), (60, -104 + hd), (76, -84 + hd), (70, -70 + hd), (60, -80 + hd), (52, -84 + hd)]), INK, .08, k) if s > 0 else c.path(S([(-50, -80), (-20, -80), (-24, -30), (-50, -30)]), INK, .08, k))
        c.path(S([(-42, -52), (-38, -34), (-43, -22), (-40, -6), (-42, 0), (-33, 0), (-32, -5), (-34, -20), (-28, -30), (-22, -44)], .7), col); c.path(S([(28, -46), (28, -26), (31, -14), (30, -5), (28, 0), (37, 0), (37, -5), (37, -22), (41, -50)], .7), col)
        for a in (-42, -37, 20, 28): c.path(S([(a, -4.6), (a + 8.6, -4.6), (a + 9.4, 0), (a - .4, 0)], .3), mix(INK, col, .2))
        c.path(S([(50, -109 + hd), (42, -102 + hd), (32, -88 + hd * .7), (22, -72), (28, -68), (38, -82 + hd * .7), (46, -95 + hd), (52, -102 + hd)]), mane); c.path(S([(50, -108 + hd), (55, -104 + hd), (58, -94 + hd), (53, -98 + hd)]), mane)
        c.path(S([(49, -106 + hd), (48, -116 + hd), (54, -110 + hd)], .5), dark(col, .1)); c.path(S([(68, -88 + hd), (74, -82 + hd), (70, -76 + hd), (64, -78 + hd)]), mix(col, CREAM, .45)); c.circle(70.5 * u, (-82 + hd) * u, 1.1 * u + .6, INK)
        if blaze: c.path(S([(57, -102 + hd), (60, -100 + hd), (69, -88 + hd), (66, -88 + hd)], .5), CREAM)
        c.circle(56.5 * u, (-94 + hd) * u, 1.7 * u + .5, INK)
        c.line([(65 * u, (-92 + hd) * u), (61 * u, (-79 + hd) * u)], MADDER, 1.8 * u); c.line([(51 * u, (-103 + hd) * u), (58 * u, (-86 + hd) * u), (64 * u, (-84 + hd) * u)], MADDER, 1.5 * u)
        if saddle:
            c.path(S([(-20, -74), (8, -71), (12, -48), (-4, -45), (-22, -48)], .45), MADDER); c.line([(-21 * u, -50 * u), (-4 * u, -47.4 * u), (11 * u, -50 * u)], GOLD, 2 * u); [c.circle((-14 + 8 * i) * u, -56 * u, 2 * u, (CREAM, TEAL, CREAM)[i]) for i in range(3)]
            c.path(S([(-18, -73), (-17, -82), (-10, -78), (0, -77), (6, -83), (9, -72), (4, -62), (-10, -62)], .6), OCHRE3 if col != OCHRE3 else mix(INK, OCHRE3, .4)); c.line([(-4 * u, -62 * u), (-4 * u, -44 * u)], INK, 1.4 * u); c.line('M%s %s q%s %s %s 0' % T(-7 * u, -42 * u, 3 * u, 5 * u, 6 * u), M2, 1.6 * u)
    return x + m * 63 * u, y + (-79 + hd) * u


def folding_table(c, x, y, w, h, col=OCHRE, d=.22):
    """Camp table with crossed legs, (x, y) middle of its front foot; the top's front edge lies at y - h. Returns (top back y, front y)."""
    s = c.sh; D = w * d; c.ell(x + s * w * .05, y, w * .5, h * .07, INK, .15)
    for e in (-1, 1): c.line([(x + e * w * .42, y - h), (x + e * w * .18, y)], M2, 13); c.line([(x + e * w * .18, y - h), (x + e * w * .42, y)], mix(M2, INK, .2), 13)
    c.line([(x - w * .3, y - h * .5), (x + w * .3, y - h * .5)], mix(M2, INK, .2), 9)
    c.poly([(x - w / 2, y - h), (x + w / 2, y - h), (x + w * .45, y - h - D), (x - w * .45, y - h - D)], light(col, .3)); c.rect(x - w / 2, y - h, w, 18, col, 3); c.rect(x + (w * .1 if s > 0 else -w / 2), y - h, w * .4, 18, INK, 0, .1)
    return y - h - D, y - h


def stool(c, x, y, w, h, col=MADDER):
    """Folding camp stool."""
    c.ell(x + c.sh * 8, y, w * .6, h * .1, INK, .15)
    c.line([(x - w * .4, y - h), (x + w * .4, y)], OCHRE3, 13); c.line([(x + w * .4, y - h), (x - w * .4, y)], dark(OCHRE3, .2), 13); c.rect(x - w / 2, y - h - 8, w, 20, col, 8)


def pangden(c, P, n=12, cols=(MADDER, GOLD, TEAL, CREAM, JUNIPER, GOLD, CORAL, SKY, GOLD, JUNIPER, CREAM, TEAL)):
    """Striped apron hanging over the knees of somebody seated: P = top left, top right, bottom right, bottom left."""
    a, b, e, f = P; L = lambda p, q, t: (p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t)
    k = c.clip(smooth([a, L(a, b, .5), b, L(b, e, .5), e, (L(e, f, .5)[0], L(e, f, .5)[1] + 10), f, L(f, a, .5)], True, .35))
    for i in range(n):
        for q in range(3):
            t0, t1 = i / n, (i + 1) / n; A, B = L(a, f, t0), L(b, e, t0); C, D = L(a, f, t1), L(b, e, t1)
            p = [L(A, B, q / 3), L(A, B, (q + 1) / 3), L(C, D, (q + 1) / 3), L(C, D, q / 3)]; c.poly([(x + (-2 if j in (0, 3) else 2), y + (1 if j > 1 else -1)) for j, (x, y) in enumerate(p)], cols[(i + q * 5) % len(cols)], 1, k)
    z = (L(b, a, .34), b, e, L(e, f, .34)) if c.sh > 0 else (a, L(a, b, .34), L(f, e, .34), f); c.poly(z, INK, .13, k)
