"""Things of the kindergarten scenes: bicycles, tricycle, gate, slide, round tables, blocks, pictures, satchels, sleeves."""
import math
from kit import *


def T(*v): return tuple(n1(q) for q in v)


def ring(c, x, y, r, col, w, op=1):
    c.line('M%s %s a%s %s 0 1 0 %s 0 a%s %s 0 1 0 %s 0' % T(x - r, y, r, r, 2 * r, r, r, -2 * r), col, w, op)


def seated(hipx, hipy, h, m=0, kind='child'):
    """Foot point for person(pose='sit') whose hip shall be at (hipx, hipy); m = 0 front, else the side faced."""
    P = PROP[kind]
    if m: return hipx + m * P['th'] * h * .45, hipy + (.07 * P['th'] + P['sn'] + P['ank']) * h
    return hipx, hipy + (.338 * P['th'] + P['sn'] + P['ank']) * h


def sleeve(c, a, e, w, col, skin=0, wd=26, cuff=None):
    """A forearm lying on something: elbow e .. hand w, upper part from a (may be None)."""
    s = c.sh; k = SKINS[skin % 3]; dx, dy = w[0] - e[0], w[1] - e[1]; L = math.hypot(dx, dy) or 1; ux, uy = dx / L, dy / L
    c.ell(w[0] + s * wd * .3, w[1] + wd * .42, wd * .8, wd * .26, INK, .14)
    c.line([w, (w[0] + ux * wd * .3, w[1] + uy * wd * .3)], k, wd * .78); c.circle(w[0] + ux * wd * .42, w[1] + uy * wd * .42, wd * .46, k)
    P = ([a] if a else []) + [e, (w[0] - ux * wd * .2, w[1] - uy * wd * .2)]; c.line(P, col, wd)
    c.line([(p[0] + s * wd * .24, p[1] + wd * .2) for p in P], INK, wd * .34, .12)
    p = (-uy * wd * .5, ux * wd * .5); q0 = (w[0] - ux * wd * .34, w[1] - uy * wd * .34); q1 = (w[0] + ux * wd * .16, w[1] + uy * wd * .16)
    c.poly([(q0[0] + p[0], q0[1] + p[1]), (q1[0] + p[0], q1[1] + p[1]), (q1[0] - p[0], q1[1] - p[1]), (q0[0] - p[0], q0[1] - p[1])], cuff or dark(col, .16))


NOARM = (0, 0, .01, .01)


def reach(c, r, h, i, elbow, hand, col, skin=0, kind='child', face='34r', k=1.12, cuff=None):
    """Arm of a figure r (a person() result drawn with arm_l/arm_r = NOARM) that lies over something drawn later. i: -1 screen-left, +1 right."""
    P = PROP[kind]; wf = {'front': 1, 'back': 1, '34l': .86, '34r': .86}.get(face, .3); n, q = r['neck'], r['hip']; dx, dy = n[0] - q[0], n[1] - q[1]; L = math.hypot(dx, dy)
    v = (P['ww'] + (P['sw'] - P['ww']) * .767) * h * wf * .8 * i; a = (q[0] + dx * .865 / 1.04 - dy / L * v, q[1] + dy * .865 / 1.04 + dx / L * v)
    sleeve(c, a, elbow, hand, col, skin, P['aw'] * h * k, cuff)


def satchel(c, x, y, h, view='back', m=1, col=TEAL, trim=GOLD, up=.57):
    """Small rucksack of a child of height h standing at (x, y). back: draw after the child; side: draw before it."""
    s = c.sh; w = h * (.20 if view == 'back' else .13); H = h * .25; cy = y - h * up; X = x if view == 'back' else x - m * h * .125
    d = smooth([(X - w / 2, cy + H / 2), (X - w / 2, cy - H * .3), (X - w * .3, cy - H / 2), (X + w * .3, cy - H / 2), (X + w / 2, cy - H * .3), (X + w / 2, cy + H / 2)], True, .45)
    c.line('M%s %s q%s %s %s 0' % T(X - w * .16, cy - H * .5, w * .16, -H * .2, w * .32), dark(col, .3), max(3, h * .016))
    c.shaded(d, col, pts([(X + s * w * .1, cy - H), (X + s * w, cy - H), (X + s * w, cy + H), (X + s * w * .1, cy + H)]), .15)
    if view == 'back':
        c.rect(X - w * .34, cy + H * .04, w * .68, H * .34, dark(col, .16), h * .02); c.line([(X - w * .34, cy + H * .12), (X + w * .34, cy + H * .12)], trim, max(3, h * .012)); c.circle(X, cy - H * .2, w * .13, trim)
    else: c.rect(X - m * w * .1 - w * .3, cy + H * .02, w * .6, H * .34, dark(col, .16), h * .02); c.line([(X - w * .4, cy + H * .1), (X + w * .3, cy + H * .1)], trim, max(3, h * .012))


def straps(c, r, h, col=TEAL, m=0):
    """Shoulder straps on a child seen from the front (m=0) or at an angle."""
    n, q = r['neck'], r['hip']; L = q[1] - n[1]
    for e in (-1, 1):
        a = (n[0] + e * h * .062 + m * h * .02, n[1] + L * .02); b = (n[0] + e * h * .074 + m * h * .02, n[1] + L * .55); c.line(smooth([a, (a[0] + e * h * .012, (a[1] + b[1]) / 2), b]), col, h * .028, cap='butt')


# ------------------------------------------------------------ wheels
def bicycle(c, x, y, L, m=1, col=TEAL, basket=True, carrier=True, seat=None, shadow=True):
    """Bicycle from the side, L long, wheels on y, x its middle; m=1 heads right. Returns points: grip, saddle, carrier, pedal."""
    X = lambda a: x + m * a * L; Y = lambda b: y - b * L; P = lambda *p: [(X(a), Y(b)) for a, b in p]; s = c.sh; r = .185 * L
    if shadow: c.ell(x + s * L * .12, y, L * .5, L * .028, INK, .16); c.cast(X(-.3), y, r, L * .4, .06); c.cast(X(.3), y, r, L * .4, .06)
    for a in (-.31, .31):
        for k in range(6):
            t = k * math.pi / 6 + .2; c.line([(X(a) - math.cos(t) * r * .93, Y(.185) - math.sin(t) * r * .93), (X(a) + math.cos(t) * r * .93, Y(.185) + math.sin(t) * r * .93)], M2, 3, .55)
        ring(c, X(a), Y(.185), r * .93, INK, max(6, L * .021)); ring(c, X(a), Y(.185), r * .84, M1, max(3, L * .007)); c.circle(X(a), Y(.185), r * .1, INK)
    w = max(6, L * .022)
    c.line(P((-.31, .185), (-.03, .17)), dark(col, .2), w * .8); c.line(P((-.31, .185), (-.105, .37)), dark(col, .2), w * .8)
    c.line(P((.31, .185), (.235, .44)), M2, w)
    c.line(smooth(P((.235, .42), (.16, .30), (.06, .20), (-.03, .17))), col, w * 1.15); c.line(smooth(P((.232, .46), (.10, .33), (-.07, .27))), col, w * .95)
    c.line(P((-.03, .17), (-.12, .44)), col, w); c.line(P((.24, .40), (.215, .53)), M2, w * .8)
    c.line(smooth(P((.25, .535), (.21, .555), (.13, .55))), INK, w * .8); c.line(P((.16, .552), (.115, .548)), MADDER2, w * 1.25)
    c.path(smooth(P((-.19, .455), (-.19, .475), (-.10, .475), (-.04, .458), (-.10, .445)), True, .6), INK)
    c.circle(X(-.03), Y(.17), L * .042, INK); c.circle(X(-.03), Y(.17), L * .022, M1); c.line(P((-.03, .17), (.01, .09)), INK, w * .6); c.line(P((-.02, .088), (.04, .088)), INK, w * .9)
    c.line('M%s %s A%s %s 0 0 %d %s %s' % (*T(X(-.31) - m * r * 1.05, Y(.22), r * 1.1, r * 1.1), 1 if m > 0 else 0, *T(X(-.31) + m * r * .75, Y(.185) - r * .82)), col, w * .8)
    c.line('M%s %s A%s %s 0 0 %d %s %s' % (*T(X(.31) - m * r * .9, Y(.185) - r * .64, r * 1.1, r * 1.1), 1 if m > 0 else 0, *T(X(.31) + m * r * .8, Y(.185) - r * .76)), col, w * .8)
    if carrier: c.line(P((-.13, .385), (-.43, .385)), INK, w * .7); c.line(P((-.38, .385), (-.31, .185)), INK, w * .5)
    if seat: c.path(smooth(P((-.43, .60), (-.45, .40), (-.40, .385), (-.22, .385), (-.20, .43), (-.36, .43), (-.40, .60)), True, .4), seat)
    if basket:
        q = P((.24, .50), (.42, .50), (.39, .36), (.26, .36)); c.poly(q, OCHRE2); k = c.clip(pts(q))
        for j in range(3): c.line(P((.2, .47 - j * .04), (.45, .47 - j * .04)), OCHRE3, max(3, L * .009), .8, clip=k)
        c.poly(P((.33 + .02 * s * m, .5), (.33 + s * m * .12, .5), (.33 + s * m * .12, .36), (.33 + .02 * s * m, .36)), INK, .13, k); c.line(P((.235, .50), (.425, .50)), OCHRE3, w * .8)
    return dict(grip=(X(.135), Y(.56)), saddle=(X(-.12), Y(.475)), carrier=(X(-.31), Y(.43)), pedal=(X(.01), Y(.088)))


def trike(c, x, y, L, m=1, col=MADDER, part='all'):
    """Child's tricycle, L long. Returns saddle, grip, pedal."""
    X = lambda a: x + m * a * L; Y = lambda b: y - b * L; P = lambda *p: [(X(a), Y(b)) for a, b in p]; s = c.sh
    def wheel_(a, r, rim): c.circle(X(a), Y(r), r * L, INK); c.circle(X(a), Y(r), r * L * .66, rim); c.circle(X(a), Y(r), r * L * .2, INK); c.path('M%s %s a%s %s 0 0 0 %s 0 Z' % T(X(a) - r * L, Y(r), r * L, r * L, 2 * r * L), INK, .2)
    if part in ('all', 'back'):
        c.ell(x + s * L * .16, y, L * .6, L * .05, INK, .17); c.circle(X(-.33) + L * .05, Y(.16), .13 * L, dark(INK, 0)); c.circle(X(-.33) + L * .05, Y(.16), .07 * L, dark(CREAM, .3))
        c.line(smooth(P((.27, .5), (.2, .34), (.05, .25), (-.3, .24))), col, L * .07); c.line(P((.36, .22), (.24, .66)), M2, L * .05)
        c.line(P((.24, .66), (.14, .70)), INK, L * .04); c.line(P((.18, .69), (.11, .715)), GOLD, L * .06)
        c.path(smooth(P((-.32, .36), (-.30, .40), (-.12, .39), (-.04, .36), (-.12, .33)), True, .6), INK); c.line(P((-.2, .35), (-.2, .25)), M2, L * .05)
    if part in ('all', 'front'):
        wheel_(.36, .22, CREAM); wheel_(-.33, .14, CREAM); c.line(P((.36, .22), (.30, .13)), M2, L * .04); c.line(P((.24, .125), (.36, .125)), INK, L * .045)
        c.line('M%s %s A%s %s 0 0 %d %s %s' % (*T(X(.36) - m * L * .2, Y(.36), L * .25, L * .25), 1 if m > 0 else 0, *T(X(.36) + m * L * .22, Y(.34))), col, L * .045)
    return dict(saddle=(X(-.18), Y(.42)), grip=(X(.14), Y(.72)), pedal=(X(.30), Y(.15)))


# -------------------------------------------------------------- gate
def gate(c, x, y, w, h, pw=88, arch=190):
    """Whitewashed gate posts with painted frieze, a bowed rainbow beam between them, open iron leaves behind. (x, y) middle of the foot."""
    s = c.sh
    for e in (-1, 1):                                      # leaves standing open to the yard
        hx = x + e * w / 2; q = [(hx, y - 10), (hx - e * 92, y - 62), (hx - e * 92, y - h * .54), (hx, y - h * .60)]
        def G(u, v): return q[0][0] + (q[1][0] - q[0][0]) * u, (q[0][1] + (q[1][1] - q[0][1]) * u) * (1 - v) + (q[3][1] + (q[2][1] - q[3][1]) * u) * v
        cc = TEAL if e == s else dark(TEAL, .12)
        for i in range(6): c.line([G(i / 5, 0), G(i / 5, 1)], cc, 7 - i * .4)
        for v in (.06, .5, .94): c.line([G(0, v), G(1, v)], cc, 8)
        c.circle(*G(.9, .5), 9, GOLD)
    n = 4; bw = 25; rx = w / 2 + pw * .5; ty = y - h - 10
    for i, q in enumerate((MADDER, GOLD, CREAM, TEAL)):
        r0, a0 = rx - bw * i * .72, arch - bw * i; c.line('M%s %s A%s %s 0 0 1 %s %s' % T(x - r0, ty, r0, a0, x + r0, ty), q, bw + 1.5, cap='butt')
    a1 = arch - bw * 3.5; r1 = rx - bw * 3.5 * .72; c.line('M%s %s A%s %s 0 0 1 %s %s' % T(x - r1, ty, r1, a1, x + r1, ty), INK, 5, .25, cap='butt')
    t0 = -.02; c.line('M%s %s A%s %s 0 0 %d %s %s' % (*T(x, ty - arch + 40, rx - 40, arch - 40), 1 if s > 0 else 0, *T(x + s * (rx - 40), ty)), INK, bw * 4, .10, cap='butt')
    for e in (-1, 1):
        px = x + e * (w / 2 + pw / 2); b = pw * .08
        c.poly([(px - pw * .5, y - 6), (px + s * 210, y + 26), (px + s * 210, y + 50), (px - pw * .4, y + 8)] if s > 0 else [(px + pw * .5, y - 6), (px - 210, y + 26), (px - 210, y + 50), (px + pw * .4, y + 8)], INK, .11)
        d = pts([(px - pw / 2, y - h), (px + pw / 2, y - h), (px + pw / 2 + b, y), (px - pw / 2 - b, y)]); k = c.clip(d); c.path(d, SNOW)
        c.poly([(px + s * pw * .12, y - h), (px + s * pw * .7, y - h), (px + s * pw * .7, y), (px + s * pw * .12, y)], INK, .14, k); c.rect(px - pw, y - h * .12, pw * 2, h * .12, OCHRE2, 0, .35, k)
        for j, q in enumerate((GOLD, TEAL, CORAL)): flower(c, px, y - h * (.34 + .17 * j), pw * .17, q)
        c.rect(px - pw * .58, y - h - 8, pw * 1.16, 40, MADDER); c.rect(px - pw * .58, y - h + 26, pw * 1.16, 8, GOLD2)
        for j in range(4): c.circle(px + (j - 1.5) * pw * .27, y - h + 10, 6.5, CREAM)
        c.rect(px - pw * .66, y - h - 24, pw * 1.32, 20, SNOW, 3); c.rect(px - pw * .66, y - h - 8, pw * 1.32, 5, INK, 0, .16); c.rect(px + (pw * .1 if s > 0 else -pw * .66), y - h - 24, pw * .56, 66, INK, 0, .10)


def shoulder_ride(c, fa, ch, h, hc, col, shoes=MADDER2, m=0):
    """Legs of a child of height hc riding on the shoulders of somebody of height h (person() results fa and ch), over the carrier's chest."""
    n = fa['neck']; w = hc * .088
    for e in (-1, 1):
        a = (n[0] + e * h * .052, n[1] + h * .004); k = (n[0] + e * h * .078, n[1] + h * .075); f = (n[0] + e * h * .066 + m * h * .01, n[1] + h * .165)
        c.line([(p[0] + c.sh * w * .45, p[1] + w * .3) for p in (k, f)], INK, w, .12); c.line([a, k], col, w); c.line([k, f], col, w * .9); c.line([(p[0] + c.sh * w * .24, p[1]) for p in (k, f)], INK, w * .34, .14)
        c.ell(f[0] + e * w * .1, f[1] + w * .42, w * .56, w * .42, shoes)


def playtower(c, x, y, w, deck, roof, col=TEAL, roofcol=MADDER, m=1):
    """Slide tower far off: posts, deck at height deck, gabled roof at height roof, chute running off to side m."""
    s = c.sh; L = deck * 1.25
    c.poly([(x + m * w * .5, y - deck), (x + m * (w * .5 + L), y - 14), (x + m * (w * .5 + L + 40), y - 12), (x + m * (w * .5 + L), y), (x + m * w * .5, y - deck + 26)], GOLD); c.line([(x + m * w * .5, y - deck - 12), (x + m * (w * .5 + L), y - 24)], GOLD2, 8)
    for e in (-1, 1): c.rect(x + e * w * .46 - 6, y - roof, 12, roof, col); c.rect(x + e * w * .46 + (0 if s > 0 else -6), y - roof, 6, roof, INK, 0, .16)
    c.rect(x - w * .5, y - deck, w, 14, OCHRE3); 
    d = pts([(x - w * .66, y - roof + 6), (x, y - roof - w * .52), (x + w * .66, y - roof + 6)]); c.shaded(d, roofcol, pts([(x, y - roof - w), (x + s * w, y - roof - w), (x + s * w, y), (x + s * w * .04, y)]), .16); c.circle(x, y - roof - w * .54, 8, GOLD)


def flagstones(c, edge, y0, y1, rows=9, col=INK, op=.06, seed=4):
    """Joints of a paved way. edge(y) -> (left x, right x)."""
    import random
    R = random.Random(seed)
    ys = [y0 + (y1 - y0) * (i / rows) ** 1.7 for i in range(rows + 1)]
    for i in range(rows):
        l0, r0 = edge(ys[i]); l1, r1 = edge(ys[i + 1]); w = max(3, 2 + 3 * i / rows); c.line([(l1, ys[i + 1]), (r1, ys[i + 1])], col, w, op)
        n = 6; o = R.uniform(0, .14)
        for j in range(n):
            t = (j + .5 * (i % 2)) / n + o * .4
            if .02 < t < .98: c.line([(l0 + (r0 - l0) * t, ys[i]), (l1 + (r1 - l1) * t, ys[i + 1])], col, w, op)
            if R.random() < .3: t2 = t + 1 / n; c.poly([(l0 + (r0 - l0) * t, ys[i]), (l0 + (r0 - l0) * min(1, t2), ys[i]), (l1 + (r1 - l1) * min(1, t2), ys[i + 1]), (l1 + (r1 - l1) * t, ys[i + 1])], R.choice((SNOW, OCHRE2)), .16) if 0 < t and t2 <= 1 else None


# --------------------------------------------------------------- room
def rtable(c, x, y, rx, ry, h, col=OCHRE, leg=TEAL, shadow=True):
    """Low round table; (x, y) middle of its shadow on the floor."""
    s = c.sh
    if shadow: c.ell(x + s * rx * .1, y + ry * .1, rx * .98, ry * .95, INK, .15); c.ell(x + s * rx * .06, y + ry * .05, rx * .7, ry * .66, INK, .08)
    w = rx * .055
    for a in (-.42, .42): c.line([(x + a * rx, y - h), (x + a * rx * 1.1, y - ry * .55)], dark(leg, .35), w)
    for a in (-.62, .62):
        c.line([(x + a * rx, y - h), (x + a * rx * 1.12, y + ry * .62)], leg, w * 1.2); c.line([(x + a * rx + s * w * .3, y - h), (x + a * rx * 1.12 + s * w * .3, y + ry * .62)], INK, w * .4, .2); c.ell(x + a * rx * 1.12 + s * 8, y + ry * .64, w * 1.1, w * .4, INK, .2)
    t = max(16, ry * .2)
    c.path('M%s %s A%s %s 0 0 0 %s %s V%s A%s %s 0 0 1 %s %s Z' % T(x - rx, y - h, rx, ry, x + rx, y - h, y - h + t, rx, ry, x - rx, y - h + t), dark(col, .2)); d = 'M%s %s A%s %s 0 0 0 %s %s V%s A%s %s 0 0 1 %s %s Z' % T(x - rx, y - h, rx, ry, x + rx, y - h, y - h + t, rx, ry, x - rx, y - h + t)
    kd = c.clip(d)
    for f in (.1, .4, .66): c.rect(x + (rx * f if s > 0 else -rx), y - h, rx * (1 - f), ry * 1.4, INK, 0, .05, kd)
    e = 'M%s %s A%s %s 0 1 0 %s %s A%s %s 0 1 0 %s %s Z' % T(x - rx, y - h, rx, ry, x + rx, y - h, rx, ry, x - rx, y - h); k = c.clip(e)
    c.path(e, light(col, .38)); c.ell(x, y - h, rx * .955, ry * .945, light(col, .2))
    c.ell(x - s * rx * .3, y - h - ry * .25, rx * .55, ry * .45, SNOW, .22, clip=k)


def stool(c, x, y, h, w, col=GOLD, leg=OCHRE3):
    s = c.sh; c.ell(x + s * w * .15, y, w * .62, w * .13, INK, .18)
    for e in (-.34, .34): c.line([(x + e * w, y - h), (x + e * w * 1.2, y - 3)], leg, w * .11)
    c.rect(x - w / 2, y - h, w, w * .17, dark(col, .16), w * .08); c.ell(x, y - h, w / 2, w * .13, col)


def kchair(c, x, y, h, face='right', col=TEAL, part='all'):
    """Small child's chair; (x, y) middle of its foot, seat at y - .52 h. face: the way a sitter looks (left | right | back)."""
    st = y - h * .52; w = h * .54; s = c.sh
    if face == 'back':                                     # seen from behind: draw after the sitter
        c.ell(x + s * 8, y, w * .62, h * .05, INK, .16)
        for e in (-1, 1): c.line([(x + e * w * .44, y - h), (x + e * w * .5, y - 3)], OCHRE3, h * .065)
        c.rect(x - w * .5, st, w, h * .09, dark(col, .12), 6); c.rect(x - w * .53, y - h * 1.02, w * 1.06, h * .22, col, h * .07); c.rect(x + (w * .14 if s > 0 else -w * .53), y - h * 1.02, w * .39, h * .22, INK, h * .05, .13)
    else:
        m = 1 if face == 'right' else -1
        c.ell(x + s * 8, y, w * .62, h * .05, INK, .16)
        c.line([(x + m * w * .4, st), (x + m * w * .46, y - 3)], dark(OCHRE3, .2), h * .06); c.line([(x - m * w * .46, y - h * .98), (x - m * w * .40, st), (x - m * w * .48, y - 3)], OCHRE3, h * .065)
        c.rect(x - w * .5, st, w, h * .09, col, 6); c.rect(x - w * .5, st + h * .045, w, h * .045, INK, 4, .16); c.line([(x - m * w * .46, y - h * .96), (x - m * w * .44, y - h * .78)], col, h * .12)


def block(c, x, y, w, h, col, kind='box'):
    """Toy building block, middle of its foot at (x, y): box | arch | tri | cyl | half."""
    s = c.sh; d = w * .16; g = min(w, h) * .22
    if kind == 'tri': c.poly([(x - w / 2, y), (x, y - h), (x + w / 2, y)], col); c.poly([(x, y - h), (x + s * w / 2, y), (x + s * w * .06, y)], INK, .16)
    elif kind == 'cyl': c.rect(x - w / 2, y - h, w, h, col); c.ell(x, y, w / 2, g * .5, col); c.rect(x + (w * .08 if s > 0 else -w / 2), y - h, w * .42, h, INK, 0, .14); c.ell(x, y - h, w / 2, g * .5, light(col, .35))
    elif kind == 'half': c.path('M%s %s A%s %s 0 0 1 %s %s Z' % T(x - w / 2, y, w / 2, h, x + w / 2, y), col); c.path('M%s %s A%s %s 0 0 %d %s %s L%s %s Z' % (*T(x, y - h, w / 2, h), 1 if s > 0 else 0, *T(x + s * w / 2, y, x + s * w * .05, y)), INK, .14)
    else:
        if kind == 'arch': r = w * .26; dd = 'M%s %s V%s H%s V%s H%s A%s %s 0 0 0 %s %s Z' % T(x - w / 2, y, y - h, x + w / 2, y, x + r, r, min(r * 1.3, h * .7), x - r, y)
        else: dd = pts([(x - w / 2, y), (x - w / 2, y - h), (x + w / 2, y - h), (x + w / 2, y)])
        c.rect(x - w * .26, y - h * .6, w * .52, h * .6, mix(INK, OCHRE3, .35)) if kind == 'arch' else None; c.shaded(dd, col, pts([(x + s * w * .16, y - h), (x + s * w, y - h), (x + s * w, y), (x + s * w * .16, y)]), .12)
        c.poly([(x - w / 2, y - h), (x + w / 2, y - h), (x + w / 2 - g * .4, y - h - g * .6), (x - w / 2 + g * .4, y - h - g * .6)], light(col, .35))


def jar(c, x, y, h, col=TEAL, brush=None):
    if brush: c.line([(x + h * .05, y - h * .7), (x + h * .34, y - h * 1.7)], OCHRE3, max(4, h * .09)); c.ell(x + h * .36, y - h * 1.78, h * .07, h * .16, brush, rot=16)
    c.ell(x + c.sh * h * .2, y, h * .44, h * .1, INK, .16); c.rect(x - h * .34, y - h, h * .68, h, mix(SNOW, SKY, .5), h * .1); c.rect(x - h * .34, y - h * .7, h * .68, h * .7, col, h * .1); c.rect(x + (h * .04 if c.sh > 0 else -h * .34), y - h, h * .3, h, INK, h * .08, .13); c.ell(x, y - h, h * .34, h * .08, light(col, .5))


def drawing(c, x, y, w, h, k, peg=None, rot=0, sheet=SNOW):
    """A child's painting without any lettering, (x, y) its top left. k picks the subject. peg: colour of pin or peg."""
    with c.g('rotate(%s %s %s)' % T(rot, x + w / 2, y)):
        c.rect(x + c.sh * 7, y + 9, w, h, INK, 2, .14); c.rect(x, y, w, h, sheet, 3); m = w * .07
        X = lambda t: x + m + (w - 2 * m) * t; Y = lambda t: y + m + (h - 2 * m) * t; u = min(w, h) / 100; kk = c.clip('M%s %s H%s V%s H%s Z' % T(X(0), Y(0), X(1), Y(1), X(0)))
        with c.g(clip=kk):
            if k == 'mount': c.rect(X(0), Y(0), w, h, SKY, 0, .7); c.poly([(X(-.1), Y(1)), (X(.3), Y(.25)), (X(.62), Y(1))], M2); c.poly([(X(.35), Y(1)), (X(.7), Y(.4)), (X(1.1), Y(1))], M3); c.poly([(X(.3), Y(.25)), (X(.2), Y(.46)), (X(.3), Y(.42)), (X(.39), Y(.46))], SNOW); c.circle(X(.8), Y(.2), 11 * u, GOLD)
            elif k == 'flower':
                flower(c, X(.5), Y(.34), 19 * u, MADDER); c.line([(X(.5), Y(.52)), (X(.5), Y(1))], JUNIPER, 6 * u); leaf(c, X(.5), Y(.9), 30 * u, 55, JUNIPER); leaf(c, X(.5), Y(.9), 30 * u, -55, JUNIPER)
            elif k == 'house':
                c.rect(X(0), Y(.8), w, h, LEAF); c.rect(X(.22), Y(.42), (w - 2 * m) * .5, (h - 2 * m) * .42, CORAL); c.poly([(X(.15), Y(.43)), (X(.47), Y(.14)), (X(.79), Y(.43))], TEAL); c.rect(X(.4), Y(.58), (w - 2 * m) * .15, (h - 2 * m) * .26, INK); c.circle(X(.9), Y(.14), 12 * u, GOLD)
            elif k == 'yak':
                c.rect(X(0), Y(.78), w, h, LEAF); c.ell(X(.46), Y(.56), 30 * u, 20 * u, mix(INK, OCHRE3, .35)); c.circle(X(.82), Y(.46), 12 * u, mix(INK, OCHRE3, .35))
                for a in (.26, .38, .56, .66): c.line([(X(a), Y(.68)), (X(a), Y(.9))], mix(INK, OCHRE3, .35), 7 * u)
                c.line('M%s %s q%s %s %s %s' % T(X(.74), Y(.34), -6 * u, -14 * u, 4 * u, -18 * u), GOLD2, 4 * u); c.line('M%s %s q%s %s %s %s' % T(X(.9), Y(.34), 6 * u, -14 * u, -4 * u, -18 * u), GOLD2, 4 * u); c.circle(X(.84), Y(.44), 2.4 * u, SNOW)
            elif k == 'rainbow':
                for i, q in enumerate((MADDER, GOLD, LEAF, TEAL)): ring(c, X(.5), Y(.98), (46 - i * 9) * u, q, 8 * u)
                c.rect(X(0), Y(.92), w, h, LEAF)
            elif k == 'sun':
                for i in range(10): a = i * .628; c.line([(X(.5) + math.cos(a) * 30 * u, Y(.5) + math.sin(a) * 30 * u), (X(.5) + math.cos(a) * 43 * u, Y(.5) + math.sin(a) * 43 * u)], CORAL, 6 * u)
                c.circle(X(.5), Y(.5), 24 * u, GOLD); c.circle(X(.42), Y(.47), 2.8 * u, INK); c.circle(X(.58), Y(.47), 2.8 * u, INK); c.line('M%s %s q%s %s %s 0' % T(X(.42), Y(.57), 7 * u, 7 * u, 14 * u), INK, 3.5 * u)
            elif k == 'fish':
                c.rect(X(0), Y(0), w, h, SKY, 0, .5); c.ell(X(.44), Y(.46), 27 * u, 16 * u, GOLD); c.poly([(X(.66), Y(.46)), (X(.9), Y(.26)), (X(.9), Y(.66))], CORAL); c.circle(X(.3), Y(.42), 3.5 * u, INK)
                for t in (.74, .88): c.line(smooth([(X(0), Y(t)), (X(.25), Y(t - .06)), (X(.5), Y(t)), (X(.75), Y(t - .06)), (X(1), Y(t))]), TEAL, 5 * u)
            elif k == 'tree':
                c.rect(X(0), Y(.85), w, h, OCHRE); c.rect(X(.45), Y(.5), (w - 2 * m) * .1, (h - 2 * m) * .4, OCHRE3); c.circle(X(.5), Y(.36), 27 * u, JUNIPER)
                for a, b in ((.4, .3), (.58, .26), (.52, .44), (.66, .42), (.36, .46)): c.circle(X(a), Y(b), 4.5 * u, MADDER)
            elif k == 'hands':
                for i, (a, b, q) in enumerate(((.3, .5, TEAL), (.7, .54, CORAL))):
                    c.ell(X(a), Y(b) + 8 * u, 11 * u, 12 * u, q)
                    for j in range(5): p = pol(X(a), Y(b) + 6 * u, 180 + (j - 2) * 26, (24 if j not in (0, 4) else 18) * u); c.line([(X(a), Y(b) + 6 * u), p], q, 6.4 * u)
            elif k == 'bird':
                c.ell(X(.46), Y(.56), 24 * u, 17 * u, TEAL); c.circle(X(.7), Y(.36), 12 * u, TEAL); c.poly([(X(.8), Y(.34)), (X(.96), Y(.4)), (X(.8), Y(.44))], GOLD); c.ell(X(.4), Y(.54), 13 * u, 9 * u, mix(TEAL, SNOW, .5), rot=-20); c.poly([(X(.24), Y(.5)), (X(.02), Y(.36)), (X(.1), Y(.62))], TEAL); c.circle(X(.73), Y(.34), 2.6 * u, INK); c.line([(X(.42), Y(.76)), (X(.4), Y(.92))], GOLD2, 4 * u); c.line([(X(.52), Y(.76)), (X(.54), Y(.92))], GOLD2, 4 * u)
        if peg: c.circle(x + w / 2, y + 8, max(6, w * .045), peg) if peg[0] == '#' else None
