"""Things of the rooms people work in: school desks, windows, lights, sleeves on tables, cameras, benches and machines."""
import math, random
from kit import *

NOARM = (0, 0, .01, .01)


def T(*v): return tuple(n1(q) for q in v)


def seat(hipx, hipy, h, m=0, kind='adult'):
    """Foot point for person(pose='sit') whose hip shall be at (hipx, hipy); m = 0 front or back, else the side faced."""
    P = PROP[kind]
    if m: return hipx + m * P['th'] * h * .45, hipy + (.07 * P['th'] + P['sn'] + P['ank']) * h
    return hipx, hipy + (.338 * P['th'] + P['sn'] + P['ank']) * h


def forearm(c, a, e, w, col, skin=0, wd=26, cuff=None, shade=True):
    """An arm lying on something: shoulder a (or None), elbow e, wrist w."""
    s = c.sh; k = SKINS[skin % 3]; dx, dy = w[0] - e[0], w[1] - e[1]; L = math.hypot(dx, dy) or 1; ux, uy = dx / L, dy / L
    if shade: c.ell(w[0] + s * wd * .3, w[1] + wd * .42, wd * .8, wd * .26, INK, .14)
    c.line([w, (w[0] + ux * wd * .3, w[1] + uy * wd * .3)], k, wd * .78); c.ell(w[0] + ux * wd * .46, w[1] + uy * wd * .46, wd * .52, wd * .44, k, rot=math.degrees(math.atan2(uy, ux)))
    P = ([a] if a else []) + [e, (w[0] - ux * wd * .2, w[1] - uy * wd * .2)]; c.line(P, col, wd)
    c.line([(p[0] + s * wd * .24, p[1] + wd * .2) for p in P], INK, wd * .34, .12)
    p = (-uy * wd * .5, ux * wd * .5); q0 = (w[0] - ux * wd * .34, w[1] - uy * wd * .34); q1 = (w[0] + ux * wd * .16, w[1] + uy * wd * .16)
    c.poly([(q0[0] + p[0], q0[1] + p[1]), (q1[0] + p[0], q1[1] + p[1]), (q1[0] - p[0], q1[1] - p[1]), (q0[0] - p[0], q0[1] - p[1])], cuff or dark(col, .16))


def shoulder(r, h, i, kind='adult', face='34r'):
    """Where the upper arm of a figure begins. i: -1 screen-left, +1 right."""
    P = PROP[kind]; n, q = r['neck'], r['hip']; dx, dy = n[0] - q[0], n[1] - q[1]; L = math.hypot(dx, dy)
    wf = {'front': 1, 'back': 1, '34l': .86, '34r': .86}.get(face, .2)
    v = (P['ww'] + (P['sw'] - P['ww']) * .767) * h * wf * .8 * i; return q[0] + dx * .865 / 1.04 - dy / L * v, q[1] + dy * .865 / 1.04 + dx / L * v


def lay(c, r, h, i, elbow, hand, col, skin=0, kind='adult', face='34r', k=1.08, cuff=None, shade=True):
    """Arm of a figure r (drawn with NOARM) that lies over something drawn later."""
    forearm(c, shoulder(r, h, i, kind, face), elbow, hand, col, skin, PROP[kind]['aw'] * h * k, cuff, shade)


def view_window(c, x, y, w, h, seed=9, panes=3, sun=(.3, .3), r=.13, valance=True, bar=24, town=True, hz=.72, frame=MADDER, sill=True, cols=(TEAL, CREAM, GOLD, CREAM), pan=None):
    """Wide window with ranges, foothills and a village in it; (x, y) top left of the glass. pan: (whole width, offset) when several
    windows show parts of one and the same view."""
    gw = w; w, off = pan or (w, 0)
    e = 44; c.poly([(x - e, y - 26), (x + gw + e, y - 26), (x + gw + e + 24, y + h + 40), (x - e - 24, y + h + 40)], INK)
    sub = Canvas(int(w), int(h), c.time, c.sun, seed); rr = random.Random(seed + 3); c.n += 1; sub.n = 4000 * c.n; H = h * hz
    sky(sub, H, sun=sun, r=r, clouds=((rr.uniform(.5, .66), rr.uniform(.08, .14), min(.72, .3 + w / 3200), 0), (rr.uniform(.0, .2), rr.uniform(.1, .2), .4, 1), (rr.uniform(.7, .8), rr.uniform(.28, .38), .45, 1)) + (((rr.uniform(.86, .92), .16, .5, 0), (.30, .1, .5, 0)) if pan else ()))
    mountains(sub, H, h * .22, seed + 18); hills(sub, H - 8, h * .035, seed=seed, scrub=14, bottom=h)
    if town:
        with sub.air(.14): village(sub, w * .03, w * .97, h * .93, max(3, int(w / 150)), h * .13, seed)
        sub.rect(0, h * .92, w, h * .1, mix(LEAF, OCHRE2, .3))
        for i in range(int(w / 110)):
            q = w * (i + sub.R.uniform(.2, .8)) / int(w / 110); t = h * sub.R.uniform(.16, .34)
            (poplar(sub, q, h * 1.01, t, mix(JUNIPER, OCHRE2, .2), cast=False) if i % 2 else round_tree(sub, q, h * 1.01, t * .7, mix(LEAF, OCHRE2, .25), cast=False))
    w = gw; c.defs += sub.defs; kk = c.clip('M%s %s h%s v%s h%s Z' % T(x, y, w, h, -w))
    with c.g(clip=kk):
        with c.g('translate(%s %s)' % T(x - off, y)): c.o += sub.o
    c.poly([(x + w * .12, y), (x + w * .28, y), (x + w * .06, y + h), (x, y + h), (x, y + h * .55)], SNOW, .14, kk); c.rect(x, y, w, 22, INK, 0, .18)
    for i in range(panes + 1): c.rect(x + w * i / panes - bar / 2, y - bar / 2, bar, h + bar, frame); c.rect(x + w * i / panes + (bar * .12 if c.sh > 0 else -bar / 2), y + bar / 2, bar * .38, h - bar, INK, 0, .14)
    for q in (y - bar / 2, y + h - bar / 2): c.rect(x - bar / 2, q, w + bar, bar, frame)
    if sill: c.rect(x - 60, y + h + 12, w + 120, 26, OCHRE); c.rect(x - 60, y + h + 38, w + 120, 14, INK, 0, .2)
    if valance:
        X, W = x - 62, w + 124; n = max(7, round(W / 62)); c.rect(X - 8, y - 84, W + 16, 14, GOLD); c.rect(X, y - 70, W, 26, MADDER2); c.rect(X, y - 44, W, 62, INK, 0, .16)
        for i in range(n): c.path('M%s %s h%s v22 q%s 30 %s 0 Z' % T(X + i * W / n, y - 44, W / n, -W / n / 2, -W / n), cols[i % len(cols)]); c.rect(X + (i + .62) * W / n if c.sh > 0 else X + i * W / n, y - 44, W / n * .38, 28, INK, 0, .12)


def floor_light(c, x0, x1, fy, n=3, slant=420, depth=760, col='#FCEFCF', op=.2, gap=14, fade=.3):
    """Panes of light a window throws on the floor."""
    for i in range(n):
        a, b = x0 + (x1 - x0) * i / n + gap, x0 + (x1 - x0) * (i + 1) / n - gap
        d = lambda x, t: (x + c.sh * slant * t + (x - c.w / 2) * fade * t, fy + 4 + depth * t)
        c.poly([d(a, .03), d(b, .03), d(b, 1), d(a, 1)], col, op)


def odesk(c, x, y, w, h, dx=70, dy=90, col=OCHRE2, leg=TEAL):
    """School desk seen from its end: front edge from x-w/2 to x+w/2 with its foot at y, top at y-h, running back by (dx, -dy).
    Returns f(u, v): a point on its top, u 0..1 left to right, v 0..1 front to back."""
    s = c.sh; t = 20
    c.poly([(x - w * .45, y), (x + w * .5, y), (x + w * .5 + dx + s * 40, y - dy * .9), (x - w * .45 + dx + s * 40, y - dy * .9)], INK, .13)
    for a, b in ((-.42, 1), (.42, 1), (-.42, 0), (.42, 0)): c.rect(x + w * a + dx * b - 8, y - h - dy * b + 10, 16, h - 12, dark(leg, .25 if b else .05), 5)
    c.rect(x - w * .42 + dx * .0, y - h * .86, w * .84, 26, dark(col, .34), 4)
    c.poly([(x - w / 2, y - h), (x + w / 2, y - h), (x + w / 2 + dx, y - h - dy), (x - w / 2 + dx, y - h - dy)], mix(col, SNOW, .62))
    c.poly([(x - w / 2 + w * .62, y - h), (x + w / 2, y - h), (x + w / 2 + dx, y - h - dy), (x - w / 2 + dx + w * .4, y - h - dy)], INK, .05)
    c.rect(x - w / 2 - 3, y - h - 2, w + 6, t, col, 5); c.rect(x - w / 2 - 3, y - h + t * .5, w + 6, t * .5 - 2, INK, 3, .14)
    return lambda u, v: (x - w / 2 + w * u + dx * v, y - h - dy * v)


def sheet(c, p, w, kind=0, rot=0, col=SNOW):
    """Exercise book or paper lying on a desk, w wide, its middle at p."""
    with c.g('translate(%s %s) scale(1 .46) rotate(%s)' % (n1(p[0]), n1(p[1]), rot)):
        h = w * .8; c.rect(-w / 2 + 6, -h / 2 + 10, w, h, INK, 3, .14); c.rect(-w / 2, -h / 2, w, h, col, 3)
        if kind == 0: c.rect(-3, -h / 2, 6, h, INK, 0, .12); [c.line([(-w * .4, -h * .3 + j * h * .2), (-w * .1, -h * .3 + j * h * .2)], INK, 4, .22) for j in range(4)]; c.line([(w * .12, h * .25), (w * .4, h * .25), (w * .26, -h * .25), (w * .12, h * .25)], TEAL, 6)
        elif kind == 1: c.line([(-w * .3, h * .25), (w * .3, h * .25), (0, -h * .3), (-w * .3, h * .25)], MADDER, 7); c.line([(0, -h * .3), (0, h * .25)], INK, 4, .3)
        elif kind == 2: c.ell(0, 0, w * .3, w * .3, SKY, .7); c.line([(-w * .3, 0), (w * .3, 0)], INK, 5, .4); c.line([(0, -w * .3), (0, w * .3)], INK, 5, .4)
        else: [c.line([(-w * .36, -h * .3 + j * h * .2), (w * (.36 if j % 2 else .2), -h * .3 + j * h * .2)], INK, 5, .2) for j in range(4)]


def chair_side(c, x, y, h, m=1, col=TEAL, wood=OCHRE3):
    """Chair from the side, sitter looks toward m; seat at y - .5 h."""
    st = y - h * .5; w = h * .5; s = c.sh; c.ell(x + s * 10, y, w * .66, h * .05, INK, .16)
    for e, q in ((.4, .2), (-.34, .2)): c.line([(x + m * w * e + 14, st), (x + m * w * (e + .03) + 14, y - 12)], dark(wood, .3), h * .05)
    c.line([(x + m * w * .42, st), (x + m * w * .46, y - 3)], wood, h * .055); c.line([(x - m * w * .48, y - h * .98), (x - m * w * .42, st), (x - m * w * .48, y - 3)], wood, h * .06)
    c.rect(x - w * .52, st - h * .03, w * 1.04, h * .08, col, 7); c.rect(x - w * .52, st + h * .01, w * 1.04, h * .04, INK, 4, .16); c.line([(x - m * w * .48, y - h * .95), (x - m * w * .455, y - h * .72)], col, h * .11)


def chair_back(c, x, y, h, col=TEAL, wood=OCHRE3, w=None):
    """Chair seen from behind (draw after its sitter); seat at y - .5 h."""
    w = w or h * .5; st = y - h * .5; s = c.sh; c.ell(x + s * 10, y, w * .66, h * .05, INK, .16)
    for e in (-1, 1): c.line([(x + e * w * .46, y - h * .98), (x + e * w * .5, y - 3)], wood if e * s < 0 else dark(wood, .2), h * .055)
    c.rect(x - w * .5, st, w, h * .08, dark(col, .14), 6); c.rect(x - w * .55, y - h, w * 1.1, h * .25, col, h * .07); c.rect(x + (w * .16 if s > 0 else -w * .55), y - h, w * .39, h * .25, INK, h * .06, .13)


def bagpack(c, x, y, w, col=MADDER, trim=GOLD):
    """School rucksack standing on the floor, middle of its foot at (x, y)."""
    h = w * 1.2; s = c.sh; c.ell(x + s * w * .16, y, w * .6, w * .1, INK, .17)
    d = smooth([(x - w / 2, y), (x - w * .5, y - h * .6), (x - w * .3, y - h), (x + w * .3, y - h), (x + w * .5, y - h * .6), (x + w / 2, y)], True, .4)
    c.line('M%s %s q%s %s %s 0' % T(x - w * .14, y - h, w * .14, -h * .2, w * .28), dark(col, .3), 8)
    c.shaded(d, col, pts([(x + s * w * .12, y - h * 1.2), (x + s * w, y - h * 1.2), (x + s * w, y + 9), (x + s * w * .2, y + 9)]), .14)
    c.rect(x - w * .34, y - h * .5, w * .68, h * .4, dark(col, .13), 10); c.rect(x - w * .34, y - h * .5, w * .68, h * .08, trim, 4); c.rect(x - 7, y - h * .46, 14, h * .1, dark(trim, .2), 3)


def arm(c, r, h, i, hand, col, skin=0, kind='adult', face='34r', k=1.08, cuff=None, shade=True, bend=None, sh=None, out=False):
    """Like lay(), but finds the elbow itself (it hangs down and back); the hand is drawn back if it lies out of reach.
    bend: +1 / -1 which side the elbow takes. Returns where the hand came to lie."""
    P = PROP[kind]; S = sh or shoulder(r, h, i, kind, face); a, b = P['ua'] * h, (P['fa'] + P['hand'] * .2) * h
    dx, dy = hand[0] - S[0], hand[1] - S[1]; d = math.hypot(dx, dy) or 1; m = (a + b) * 1.14
    if d > m: hand = (S[0] + dx * m / d, S[1] + dy * m / d); dx, dy, d = hand[0] - S[0], hand[1] - S[1], m
    q = max(1, d / ((a + b) * .985)); 
    if d < (a + b) * .62: q = max(.6, d / ((a + b) * .62))
    a, b = a * q, b * q
    th = math.degrees(math.atan2(dx, dy)); ph = math.degrees(math.acos(max(-1, min(1, (a * a + d * d - b * b) / (2 * a * d)))))
    e1, e2 = pol(*S, th + ph, a), pol(*S, th - ph, a)
    e = max((e1, e2), key=lambda p: p[1]) if bend is None else (e1 if bend > 0 else e2)
    if out: e = (min if i < 0 else max)((e1, e2), key=lambda p: p[0] + (0 if abs(e1[0] - e2[0]) > 4 else -i * p[1]))
    forearm(c, S, e, hand, col, skin, P['aw'] * h * k, cuff, shade); return hand


def body(c, x, y, h, **o):
    """person() without its arms; add them with arm() or lay() once the table stands before it."""
    k = o.get('kind', 'adult'); old = PROP[k]; PROP[k] = dict(old, aw=.0005, hand=.0005)
    try: r = person(c, x, y, h, arm_l=NOARM, arm_r=NOARM, **o)
    finally: PROP[k] = old
    return r
