"""Furniture, vehicles, infrastructure, animals."""
import math
from core import *
from land import *
from build import *


# ---------------------------------------------------------- furniture
def desk(c, x, y, w, h, col=OCHRE2, depth=.28, front=True):
    """Table or desk seen slightly from above; (x, y) = middle of the front edge's foot, w x h front size."""
    d = w * depth; s = c.sh
    c.ell(x + s * w * .06, y, w * .58, h * .10, INK, .14); t = h * .10
    for sg in (-1, 1): c.rect(x + sg * w * .44 - w * .025, y - h, w * .05, h, dark(col, .28))
    if front: c.rect(x - w * .44, y - h + t, w * .88, h * .5, dark(col, .18)); c.rect(x - w * .44, y - h + t, w * .88, h * .08, INK, 0, .14)
    c.poly([(x - w / 2, y - h), (x + w / 2, y - h), (x + w * .45, y - h - d * .5), (x - w * .45, y - h - d * .5)], light(col, .28)); c.rect(x - w / 2, y - h, w, t, col)
    c.rect(x + (w * .2 if s > 0 else -w / 2), y - h, w * .3, t, INK, 0, .10)


def bench(c, x, y, w, h, col=OCHRE2):
    """Low bench, (x, y) middle of its foot."""
    c.ell(x + c.sh * 14, y, w * .54, h * .12, INK, .14)
    for sg in (-1, 1): c.rect(x + sg * w * .4 - w * .03, y - h, w * .06, h, dark(col, .3))
    c.rect(x - w / 2, y - h, w, h * .2, col, 4); c.rect(x - w / 2, y - h + h * .13, w, h * .09, INK, 3, .16)


def chair(c, x, y, h, face='front', col=TEAL):
    """Chair, (x, y) middle of its foot; h height of the back. Seat at y - .48 h."""
    w = h * .46; st = y - h * .48; c.ell(x + c.sh * 8, y, w * .66, h * .05, INK, .14)
    if face == 'front':
        c.rect(x - w / 2, y - h, w, h * .36, col, 10); c.rect(x - w / 2, y - h, w * .08, h, INK, 0, .7); c.rect(x + w * .42, y - h, w * .08, h, INK, 0, .7); c.rect(x - w * .54, st, w * 1.08, h * .07, light(col, .15), 6); c.rect(x - w * .5, st, w * .08, h * .48, INK); c.rect(x + w * .42, st, w * .08, h * .48, INK)
    else:
        m = 1 if face in ('right', '34r') else -1; c.line([(x - m * w * .45, y - h), (x - m * w * .42, st), (x - m * w * .5, y)], INK, h * .04); c.line([(x + m * w * .4, st), (x + m * w * .46, y)], INK, h * .04); c.rect(x - w * .5, st, w, h * .06, col, 6); c.line([(x - m * w * .45, y - h), (x - m * w * .43, y - h * .64)], col, h * .08)


def books_row(c, x, y, w, h, n=None, seed=2, gap=.08):
    """Row of books standing on y from x over width w, up to h high, some leaning, some gaps."""
    import random
    R = random.Random(seed); q = x; cols = [MADDER, GOLD, TEAL, CREAM, JUNIPER, M3, CORAL, OCHRE2, M1, INK]
    while q < x + w - 14:
        b = min(R.uniform(.08, .20) * h, x + w - q); bh = h * R.uniform(.66, 1); cc = R.choice(cols)
        if R.random() < gap: q += b * 1.4; continue
        if R.random() < .1 and q + b * 1.8 < x + w: 
            with c.g('rotate(%d %s %s)' % (9, n1(q + b), n1(y))): c.rect(q, y - bh, b, bh, cc, 3)
            q += b + h * .14; continue
        c.rect(q, y - bh, b, bh, cc, 3); c.rect(q + (b * .62 if c.sh > 0 else 0), y - bh, b * .38, bh, INK, 2, .12)
        if R.random() < .6: c.rect(q, y - bh * R.choice((.8, .86)), b, max(3, h * .04), CREAM if cc != CREAM else MADDER, 0, .85)
        if R.random() < .3: c.rect(q, y - bh * .25, b, max(3, h * .03), GOLD if cc != GOLD else INK, 0, .8)
        q += b + 1.5


def shelf(c, x, y, w, h, rows=3, col=OCHRE3, seed=2, things=True):
    """Bookshelf with books; (x, y) left foot, w x h."""
    c.rect(x + c.sh * 18, y - h + 14, w, h - 4, INK, 8, .13); c.rect(x, y - h, w, h, col, 8); t = max(9, h * .03); rh = (h - t * 1.5) / rows
    for r in range(rows):
        top = y - h + t + rh * r; c.rect(x + t, top, w - 2 * t, rh - t, dark(col, .42)); c.rect(x + t, top, w - 2 * t, rh * .14, INK, 0, .2); f = top + rh - t
        import random
        R = random.Random(seed * 31 + r); q = x + t + 6; end = x + w - t - 6; turn = (r + seed) % 2; i = 0
        while q < end - rh * .3:
            if turn or not things:
                bw = min(end - q, rh * R.uniform(1.1, 2.2)); books_row(c, q, f, bw, rh * .76, seed=seed * 7 + r * 3 + i); q += bw
            else:
                bw = rh * .8
                if q + bw > end: books_row(c, q, f, end - q, rh * .7, seed=seed + i); break
                gx = q + bw / 2; k = R.randrange(4)
                if k == 0: pot(c, gx, f, rh * .62)
                elif k == 1: from people import prop; prop(c, 'globe', gx, f - rh * .06, rh * 3.4)
                elif k == 2:
                    for j in range(3): c.rect(gx - rh * .34 + j * 5, f - rh * (.12 + .12 * j), rh * (.66 - .07 * j), rh * .11, (TEAL, GOLD, MADDER)[(j + r) % 3], 3)
                else: c.rect(gx - rh * .28, f - rh * .34, rh * .56, rh * .34, OCHRE, 4); c.rect(gx - rh * .28, f - rh * .34, rh * .56, rh * .09, INK, 0, .14); c.rect(gx - rh * .08, f - rh * .2, rh * .16, rh * .07, CREAM)
                q += bw
            turn = not turn; i += 1
        c.rect(x, f, w, t, light(col, .12))
    c.rect(x + (w - t if c.sh > 0 else 0), y - h, t, h, INK, 4, .2); c.rect(x - 8, y - h - t * .6, w + 16, t * 1.2, light(col, .2), 4)


def lamp(c, x, y, h, col=GOLD, hang=False):
    """Lamp: on a table at (x, y), or hanging with its cord's top there."""
    if hang: c.line([(x, y), (x, y + h * .6)], INK, 4); c.path('M%s %s L%s %s L%s %s L%s %s Z' % tuple(n1(v) for v in (x - h * .1, y + h * .6, x + h * .1, y + h * .6, x + h * .32, y + h * .86, x - h * .32, y + h * .86)), col); c.ell(x, y + h * .86, h * .32, h * .05, CREAM); c.circle(x, y + h, h * .5, '#FCEFD2', .18)
    else: c.rect(x - h * .04, y - h * .6, h * .08, h * .6, INK); c.ell(x, y, h * .22, h * .05, INK); c.poly([(x - h * .14, y - h), (x + h * .14, y - h), (x + h * .3, y - h * .52), (x - h * .3, y - h * .52)], col)


def bed(c, x, y, w, h, cover=TEAL, patient=None, rail=True, head_left=True):
    """Hospital bed from the side; (x, y) left foot. h: mattress height. patient: dict of head() options for somebody lying
    propped up (hair, skin index, kind, mood)."""
    from people import head
    m = 1 if head_left else -1; X = lambda t: x + w * (t if head_left else 1 - t)
    R_ = lambda t0, t1, yy, hh, f, rx=0, op=1: c.rect(min(X(t0), X(t1)), yy, abs(X(t1) - X(t0)), hh, f, rx, op)
    c.ell(x + w / 2 + c.sh * 20, y, w * .54, h * .10, INK, .14)
    for t in (.05, .95): c.rect(X(t) - 8, y - h, 16, h - 16, M2); c.circle(X(t), y - 10, 14, INK); c.circle(X(t), y - 10, 6, M1)
    R_(-.01, .03, y - h * 2.0, h * 1.6, M2, 10); R_(.965, 1.0, y - h * 1.5, h * 1.1, M2, 10)
    R_(.02, .98, y - h * .95, h * .2, M3, 6); R_(.015, .98, y - h * 1.3, h * .4, SNOW, 20)
    c.path('M%s %s L%s %s Q%s %s %s %s L%s %s Z' % tuple(n1(v) for v in (X(.03), y - h * 1.2, X(.05), y - h * 2.1, X(.10), y - h * 2.35, X(.17), y - h * 2.0, X(.36), y - h * 1.2)), SNOW)
    c.path('M%s %s L%s %s L%s %s Z' % tuple(n1(v) for v in (X(.36), y - h * 1.2, X(.17), y - h * 2.0, X(.2), y - h * 1.2)), INK, .07)
    if patient is not None:
        p = dict(patient); sk = SKINS[p.pop('skin', 0) % 3]; pc = p.pop('gown', SKY); kk = p.get('kind', 'adult'); hh = p.pop('hh', h * .62)
        c.path(smooth([(X(.14), y - h * 1.62), (X(.19), y - h * 2.02), (X(.27), y - h * 1.86), (X(.44), y - h * 1.36), (X(.40), y - h * 1.16), (X(.2), y - h * 1.2)], True, .7), pc)
        c.line([(X(.17), y - h * 1.98), (X(.15), y - h * 2.12)], sk, hh * .3)
        head(c, X(.14) + m * hh * .06, y - h * 2.34, hh, '34', m, -m * 14, kk, sk, p.get('hair', 'short'), p.get('hc', GREY if kk == 'elder' else HAIR), p.get('hat'), p.get('hatcol', TEAL), p.get('mood', 'smile'))
    d = 'M%s %s Q%s %s %s %s Q%s %s %s %s L%s %s Q%s %s %s %s L%s %s Z' % tuple(n1(v) for v in (X(.30), y - h * 1.42, X(.42), y - h * 1.74, X(.58), y - h * 1.58, X(.8), y - h * 1.5, X(.9), y - h * 1.62, X(.985), y - h * 1.3, X(1.0), y - h * .9, X(.97), y - h * .62, X(.30), y - h * .62))
    c.path(d, cover); k = c.clip(d)
    c.path('M%s %s L%s %s L%s %s L%s %s Z' % tuple(n1(v) for v in (X(.28), y - h * 1.02, X(1.02), y - h * .98, X(1.02), y - h * .5, X(.28), y - h * .5)), INK, .12, k)
    for t in (.48, .64, .8): c.line('M%s %s q%s %s %s %s' % tuple(n1(v) for v in (X(t), y - h * 1.5, m * 10, h * .3, -m * 8, h * .8)), INK, 4, .12, clip=k)
    c.line([(X(.30), y - h * 1.38), (X(.305), y - h * .62)], SNOW, h * .16, cap='butt', clip=k); R_(.30, .985, y - h * .78, h * .05, GOLD)
    if patient is not None: c.line([(X(.235), y - h * 1.78), (X(.30), y - h * 1.42), (X(.42), y - h * 1.5)], pc, h * .2); c.line([(X(.235) , y - h * 1.72), (X(.30), y - h * 1.36), (X(.40), y - h * 1.45)], INK, h * .07, .12); c.circle(X(.44), y - h * 1.52, h * .105, sk)
    if rail: c.line([(X(.36), y - h * .62), (X(.36), y - h * 1.12), (X(.62), y - h * 1.12), (X(.62), y - h * .62)], M2, 8)


def drip(c, x, y, h):
    """Infusion stand."""
    c.ell(x, y, h * .12, h * .02, INK, .16); c.rect(x - 4, y - h, 8, h, M2); c.line([(x - h * .1, y), (x, y - h * .05), (x + h * .1, y)], M2, 8); c.line([(x - h * .07, y - h * .97), (x + h * .07, y - h * .97)], M2, 7); c.rect(x + h * .03, y - h * .94, h * .08, h * .15, SKY, 8); c.rect(x + h * .03, y - h * .86, h * .08, h * .07, TEAL, 6, .5); c.line('M%s %s q%s %s %s %s' % tuple(n1(v) for v in (x + h * .07, y - h * .79, h * .1, h * .2, 0, h * .36)), M1, 3)


def rug(c, x, y, rx, ry, cols=(MADDER, GOLD, INK, TEAL)):
    """Oval rug with borders and a simple woven pattern."""
    c.ell(x + c.sh * 8, y + ry * .06, rx * 1.01, ry * 1.02, INK, .14)
    for k, q in ((1, cols[0]), (.92, cols[1]), (.875, cols[2]), (.78, cols[1]), (.765, cols[0])): c.ell(x, y, rx * k, ry * k, q)
    n = 28
    for i in range(n): a = 2 * math.pi * i / n; c.ell(x + math.cos(a) * rx * .828, y + math.sin(a) * ry * .828, rx * .024, ry * .032, CREAM if i % 2 else cols[3])
    for k in (.5, .48): c.ell(x, y, rx * k, ry * k, cols[1] if k == .5 else cols[3])
    for i in range(8): a = 2 * math.pi * i / 8; c.ell(x + math.cos(a) * rx * .3, y + math.sin(a) * ry * .3, rx * .06, ry * .07, cols[1] if i % 2 else CREAM)


def cushion(c, x, y, w, h, col=GOLD):
    d = smooth([(x - w / 2, y), (x - w * .46, y - h * .8), (x, y - h), (x + w * .46, y - h * .8), (x + w / 2, y), (x, y + h * .1)], True, .8); c.ell(x + c.sh * 6, y + h * .06, w * .54, h * .2, INK, .16); c.shaded(d, col, pts([(x + c.sh * w * .1, y - h * 2), (x + c.sh * w * .2, y + h), (x + c.sh * w, y + h), (x + c.sh * w, y - h * 2)]), .14); c.line('M%s %s Q%s %s %s %s' % tuple(n1(v) for v in (x - w * .4, y - h * .4, x, y - h * .62, x + w * .4, y - h * .4)), CREAM, 4, .7)


def blackboard(c, x, y, w, h, frame=OCHRE3):
    """Empty board with frame and chalk ledge; (x, y) top left. Draw plain shapes on it yourself (no writing)."""
    c.rect(x + c.sh * 10, y + 12, w, h, INK, 8, .14); c.rect(x, y, w, h, frame, 8); b = h * .05; c.rect(x + b, y + b, w - 2 * b, h - 2 * b, JUNIPER2, 4); c.poly([(x + b, y + b), (x + w * .4, y + b), (x + b, y + h * .7)], SNOW, .05); c.rect(x + w * .1, y + h - b * .4, w * .8, b * .9, light(frame, .2), 3); c.rect(x + w * .2, y + h - b * .8, 40, 9, SNOW, 4); c.rect(x + w * .28, y + h - b * .8, 26, 9, GOLD, 4)


# ----------------------------------------------------------- vehicles
def wheel(c, x, y, r): c.circle(x, y, r, INK); c.circle(x, y, r * .58, M1); c.circle(x, y, r * .2, INK); c.path('M%s %s a%s %s 0 0 0 %s 0 Z' % tuple(n1(v) for v in (x - r, y, r, r, 2 * r)), INK, .25)


def ambulance(c, x, y, L, m=1):
    """White ambulance with a teal cross and gold lamp, L long, foot at y, x = its middle; m=1 drives right."""
    u = L / 100; s = c.sh
    c.ell(x + s * 3 * u, y, 54 * u, 3.4 * u, INK, .18); c.cast(x, y, 30 * u, 66 * u, .08)
    with c.g('translate(%s %s) scale(%d 1)' % (n1(x), n1(y), m)):
        d = 'M%s' % ' '.join(n1(v) if not isinstance(v, str) else v for v in (-50 * u, -7 * u, 'L', -50 * u, -38 * u, 'Q', -50 * u, -43 * u, -45 * u, -43 * u, 'L', 20 * u, -43 * u, 'Q', 26 * u, -43 * u, 29 * u, -38 * u, 'L', 38 * u, -24 * u, 'Q', 49 * u, -22 * u, 50 * u, -15 * u, 'L', 50 * u, -7 * u, 'Z'))
        c.path(d, SNOW); k = c.clip(d); c.rect(-60 * u, -14 * u, 120 * u, 20 * u, INK, 0, .10, k); c.rect(-60 * u, -22 * u, 120 * u, 4 * u, TEAL, 0, 1, k); c.rect(-60 * u, -17.4 * u, 120 * u, 1.4 * u, GOLD, 0, 1, k)
        sm = s * m; c.rect(-50 * u if sm < 0 else 30 * u, -45 * u, 20 * u, 40 * u, INK, 0, .08, k)
        c.poly([(19 * u, -39 * u), (24.5 * u, -39 * u), (34.6 * u, -24 * u), (19 * u, -24 * u)], M3); c.poly([(20 * u, -38 * u), (24 * u, -38 * u), (27 * u, -33 * u), (20 * u, -27 * u)], SKY, .8); c.rect(7 * u, -39 * u, 10 * u, 15 * u, M3, u); c.poly([(8 * u, -38 * u), (14 * u, -38 * u), (8 * u, -29 * u)], SKY, .8)
        c.rect(-42 * u, -39 * u, 14 * u, 11 * u, M3, u); c.poly([(-41 * u, -38 * u), (-34 * u, -38 * u), (-41 * u, -31 * u)], SKY, .7)
        c.rect(-15.5 * u, -37 * u, 4 * u, 13 * u, TEAL); c.rect(-20 * u, -32.5 * u, 13 * u, 4 * u, TEAL)
        c.rect(14 * u, -46.5 * u, 9 * u, 4 * u, GOLD, 1.5 * u); c.rect(-46 * u, -46 * u, 4 * u, 3 * u, GOLD, u); c.line([(5 * u, -41 * u), (5 * u, -8 * u)], INK, .5 * u, .25); c.line([(18 * u, -24 * u), (18 * u, -8 * u)], INK, .5 * u, .25)
        c.ell(47 * u, -17 * u, 1.8 * u, 2.4 * u, GOLD); c.rect(44 * u, -9.5 * u, 8 * u, 3.4 * u, INK, u); c.rect(-52 * u, -9.5 * u, 6 * u, 3.4 * u, INK, u); c.rect(-50.6 * u, -22 * u, 1.6 * u, 5 * u, MADDER, u)
        for wx in (-30, 31): c.circle(wx * u, -7.5 * u, 9.6 * u, mix(INK, SNOW, .18)); wheel(c, wx * u, -7.5 * u, 8 * u)
        from people import head
        head(c, 13 * u, -29 * u, 7.5 * u, '34', 1, 0, hat='cap', hatcol=TEAL)


def minibus(c, x, y, L, m=1, col=TEAL):
    """Minibus with a row of windows; passengers' heads inside."""
    from people import head
    u = L / 100; s = c.sh; c.ell(x + s * 3 * u, y, 54 * u, 3.2 * u, INK, .18); c.cast(x, y, 30 * u, 60 * u, .08)
    with c.g('translate(%s %s) scale(%d 1)' % (n1(x), n1(y), m)):
        d = smooth([(-50 * u, -6 * u), (-50 * u, -36 * u), (-46 * u, -41 * u), (36 * u, -41 * u), (43 * u, -37 * u), (50 * u, -19 * u), (50 * u, -6 * u)], True, .28); c.path(d, SNOW); k = c.clip(d); c.rect(-60 * u, -20 * u, 120 * u, 20 * u, col, 0, 1, k); c.rect(-60 * u, -11 * u, 120 * u, 12 * u, INK, 0, .14, k); c.rect(-60 * u, -21.4 * u, 120 * u, 1.8 * u, GOLD, 0, 1, k)
        for i in range(5):
            wx = -46 + i * 15.5; c.rect(wx * u, -36 * u, 13.5 * u, 13 * u, M3, 1.4 * u); c.poly([(wx * u + u, -35 * u), ((wx + 7) * u, -35 * u), (wx * u + u, -28 * u)], SKY, .7)
            if i in (1, 2, 4): head(c, (wx + 7) * u, -26.5 * u, 8 * u, '34', 1, 0, hair=('short', 'bob', 'bun', 'short', 'short')[i], skin=SKINS[i % 3])
        c.poly([(33 * u, -36 * u), (40 * u, -36 * u), (46 * u, -22 * u), (33 * u, -22 * u)], M3); c.poly([(34 * u, -35 * u), (39 * u, -35 * u), (34 * u, -26 * u)], SKY, .8)
        c.ell(48 * u, -15 * u, 1.7 * u, 2.2 * u, GOLD); c.rect(45 * u, -9 * u, 7 * u, 3.4 * u, INK, u); c.rect(-51 * u, -9 * u, 6 * u, 3.4 * u, INK, u)
        for wx in (-29, 31): c.circle(wx * u, -7 * u, 9 * u, INK, .6); wheel(c, wx * u, -7 * u, 7.6 * u)


def train(c, x, y, L, cars=4, col=JUNIPER2, m=1):
    """Train: locomotive and cars, total length L, wheels at y, x = tail end (m=1 runs to the right)."""
    n = cars + 1; w = L / n; h = w * .34
    with c.g('translate(%s %s) scale(%d 1)' % (n1(x), n1(y), m)):
        for i in range(n):
            X = i * w; loco = i == cars
            d = 'M%s %s V%s Q%s %s %s %s H%s' % tuple(n1(v) for v in (X + w * .01, -h * .16, -h * .92, X + w * .01, -h, X + w * .04, -h, X + w * (.86 if loco else .96)))
            d += (' Q%s %s %s %s L%s %s Z' % tuple(n1(v) for v in (X + w * .97, -h * .94, X + w * 1.02, -h * .34, X + w * 1.02, -h * .16))) if loco else (' Q%s %s %s %s V%s Z' % tuple(n1(v) for v in (X + w * .99, -h, X + w * .99, -h * .92, -h * .16)))
            c.rect(X - 6, -h * .36, 14, h * .2, INK); c.path(d, MADDER if loco else col); k = c.clip(d); c.rect(X, -h * .40, w * 1.1, h * .07, GOLD, 0, 1, k); c.rect(X, -h * .3, w * 1.1, h * .2, INK, 0, .14, k); c.rect(X, -h, w * 1.1, h * .12, light(col if not loco else MADDER, .3), 0, .8, k)
            if loco: c.poly([(X + w * .78, -h * .82), (X + w * .92, -h * .82), (X + w * .985, -h * .5), (X + w * .78, -h * .5)], SKY); c.rect(X + w * .62, -h * .8, w * .11, h * .3, SKY, 5); c.circle(X + w * .985, -h * .28, h * .05, GOLD); [c.rect(X + w * (.1 + .13 * j), -h * .78, w * .08, h * .26, INK, 3, .3) for j in range(4)]
            else:
                for j in range(6): c.rect(X + w * (.06 + .15 * j), -h * .80, w * .11, h * .32, '#CFE3E2' if (i + j) % 4 else GOLD, 5); c.poly([(X + w * (.06 + .15 * j), -h * .8), (X + w * (.13 + .15 * j), -h * .8), (X + w * (.06 + .15 * j), -h * .56)], SNOW, .6)
            for j in (.12, .24, .76, .88): c.circle(X + w * j, -h * .08, h * .085, INK); c.circle(X + w * j, -h * .08, h * .035, M2)


# ------------------------------------------------------ infrastructure
def viaduct(c, x0, x1, y, deck=40, piers=7, depth=260, col=None):
    """Level bridge with piers: deck top at y, piers down to y+depth."""
    col = col or mix(CREAM, M1, .25); s = c.sh; st = (x1 - x0) / piers
    for i in range(piers):
        px = x0 + st * (i + .5); w = deck * .9; dp = depth * c.R.uniform(.9, 1.08); c.poly([(px - w * .5, y + deck), (px + w * .5, y + deck), (px + w * .72, y + dp), (px - w * .72, y + dp)], col); c.poly([(px + s * w * .1, y + deck), (px + s * w * .5, y + deck), (px + s * w * .72, y + dp), (px + s * w * .1, y + dp)], INK, .17); c.rect(px - w * .8, y + deck, w * 1.6, deck * .3, col); c.rect(px - w * .8, y + deck * 1.1, w * 1.6, deck * .22, INK, 0, .18); c.cast(px, y + dp, w * 1.4, dp * .6, .09)
    c.rect(x0, y, x1 - x0, deck, light(col, .3)); c.rect(x0, y + deck * .62, x1 - x0, deck * .38, INK, 0, .16); c.rect(x0, y - 5, x1 - x0, 8, INK, 0, .6)


def arch_bridge(c, x0, x1, y, rise=150, col=CREAM, rail=GOLD, lanterns=4):
    """Bridge with a curved deck and an arch below; ends at (x0, y) and (x1, y)."""
    w = x1 - x0; mx = (x0 + x1) / 2; D = rise * .34
    d = 'M%s %s Q%s %s %s %s V%s H%s Q%s %s %s %s H%s Z' % tuple(n1(v) for v in (x0, y, mx, y - rise, x1, y, y + rise * .9, x1 - w * .1, mx, y - rise * .72, x0 + w * .1, y + rise * .9, x0))
    c.shaded(d, col, 'M%s %s Q%s %s %s %s V%s Q%s %s %s %s Z' % tuple(n1(v) for v in (x0, y + D, mx, y - rise + D * 2.2, x1, y + D, y + rise, mx, y - rise * .4, x0, y + rise)), .13)
    c.line('M%s %s Q%s %s %s %s' % tuple(n1(v) for v in (x0, y, mx, y - rise, x1, y)), MADDER, 14)
    n = 14
    for i in range(n + 1):
        t = i / n; X = x0 + w * t; Y = y - rise * 2 * t * (1 - t); c.rect(X - 6, Y - 70, 12, 70, MADDER2 if i % 3 else MADDER)
    c.line('M%s %s Q%s %s %s %s' % tuple(n1(v) for v in (x0, y - 64, mx, y - rise - 64, x1, y - 64)), rail, 11); c.line('M%s %s Q%s %s %s %s' % tuple(n1(v) for v in (x0, y - 34, mx, y - rise - 34, x1, y - 34)), rail, 5, .8)


def solar_rows(c, x0, x1, y0, y1, rows=4, seed=3, skew=.35):
    """Rows of solar panels from far (y0) to near (y1)."""
    import random
    R = random.Random(seed); s = c.sh
    for r in range(rows):
        t = (r / max(1, rows - 1)) ** 1.4; y = y0 + (y1 - y0) * t; q = .34 + .9 * t; pw, ph = 250 * q, 120 * q; x = x0 - R.uniform(0, pw)
        while x < x1:
            sk = ph * skew * -s
            c.poly([(x + 14 * q, y), (x + pw, y), (x + pw + s * ph * .6, y + ph * .16), (x + 14 * q + s * ph * .6, y + ph * .16)], INK, .15)
            for lx in (.2, .8): c.line([(x + pw * lx, y - ph * .5), (x + pw * lx, y)], M2, max(3, 9 * q))
            P = [(x, y - ph * .22), (x + pw * .96, y - ph * .22), (x + pw * .96 - sk, y - ph), (x - sk, y - ph)]; c.poly(P, M1); i = 4 * q
            G = lambda u, v: (P[0][0] + (P[1][0] - P[0][0]) * u + (P[3][0] - P[0][0]) * v, P[0][1] + (P[3][1] - P[0][1]) * v)
            for a in range(4):
                for b in range(2): c.poly([G(a / 4 + .012, b / 2 + .03), G((a + 1) / 4 - .012, b / 2 + .03), G((a + 1) / 4 - .012, (b + 1) / 2 - .03), G(a / 4 + .012, (b + 1) / 2 - .03)], mix(M3, INK, .35) if (a + b + r) % 3 else mix(M3, INK, .2))
            c.poly([G(.05, .98), G(.4, .98), G(.16, .02), G(.02, .02)], SKY, .28)
            x += pw * 1.12


def greenhouse(c, x, y, w, h, arches=6, open_end=True):
    """Arched, glazed greenhouse seen from outside, left foot at (x, y)."""
    ea = w * .16
    d = 'M%s %s C%s %s %s %s %s %s H%s C%s %s %s %s %s %s Z' % tuple(n1(v) for v in (x, y, x, y - h * 1.1, x + ea * .6, y - h, x + ea, y - h, x + w - ea * .2, x + w + ea * .4, y - h, x + w + ea * .5, y - h * .5, x + w + ea * .5, y - h * .06))
    c.ell(x + w / 2 + c.sh * 30, y + 4, w * .56, h * .05, INK, .14); c.path(d, '#CFE3E2'); k = c.clip(d); c.rect(x, y - h * .34, w * 1.2, h * .34, JUNIPER, 0, .55, k)
    for i in range(int(w / 46)): c.circle(x + 24 + i * 46, y - h * .34, 26, LEAF if i % 2 else JUNIPER, .7, clip=k); c.circle(x + 30 + i * 46, y - h * c.R.uniform(.1, .3), 9, MADDER if i % 3 else GOLD, .8, clip=k)
    c.rect(x, y - h, w * 1.2, h * .28, SNOW, 0, .5, k)
    for i in range(arches): X = x + ea * .5 + (w) * i / (arches - 1) * .92; c.line('M%s %s C%s %s %s %s %s %s' % tuple(n1(v) for v in (X - ea * .5, y, X - ea * .5, y - h * .9, X, y - h, X + ea * .5, y - h)), TEAL, 8)
    for t in (.36, .7): c.line([(x + 4, y - h * t), (x + w + ea * .5, y - h * t)], TEAL, 5, .8, clip=k)
    c.rect(x, y - 22, w + ea * .5, 24, mix(CREAM, OCHRE2, .4)); c.line([(x, y - 22), (x + w + ea * .5, y - 22)], INK, 4, .2)


def tent(c, x, y, w, h, col=SNOW, trim=TEAL, cross=True, open_=True):
    """Ridge tent, middle of its foot at (x, y); teal cross, never a red one."""
    s = c.sh; c.cast(x, y, w * .7, w * .5, .09); c.line([(x - w * .36, y - h), (x - w * .62, y + 8)], INK, 4, .7); c.line([(x + w * .36, y - h), (x + w * .62, y + 8)], INK, 4, .7)
    d = 'M%s %s Q%s %s %s %s Q%s %s %s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (x - w / 2, y, x - w * .4, y - h * .5, x - w * .36, y - h, x, y - h * .94, x + w * .36, y - h, x + w * .4, y - h * .5, x + w / 2, y)); c.path(d, col); k = c.clip(d)
    c.poly([(x + s * w * .16, y - h), (x + s * w * .4, y - h), (x + s * w * .6, y), (x + s * w * .26, y)], INK, .12, k); c.rect(x - w, y - h * .72, w * 2, h * .06, trim, 0, 1, k)
    n = 16
    for i in range(n): X = x - w * .43 + w * .86 * i / n; c.path('M%s %s h%s q%s %s %s 0 Z' % tuple(n1(v) for v in (X, y - h * .66, w * .86 / n, -w * .43 / n, h * .08, -w * .86 / n)), trim if i % 2 else GOLD, clip=k)
    if open_: c.path('M%s %s Q%s %s %s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (x - w * .14, y, x - w * .08, y - h * .3, x, y - h * .58, x + w * .08, y - h * .3, x + w * .14, y)), INK); c.path('M%s %s Q%s %s %s %s L%s %s Z' % tuple(n1(v) for v in (x - w * .14, y, x - w * .08, y - h * .3, x, y - h * .58, x - w * .10, y - h * .02)), light(col, .2)); c.path('M%s %s Q%s %s %s %s L%s %s Z' % tuple(n1(v) for v in (x + w * .14, y, x + w * .08, y - h * .3, x, y - h * .58, x + w * .10, y - h * .02)), dark(col, .12))
    if cross: a = h * .09; cx_ = x - w * .27; c.rect(cx_ - a * .4, y - h * .5, a * .8, a * 2.4, trim); c.rect(cx_ - a * 1.2, y - h * .5 + a * .8, a * 2.4, a * .8, trim)
    c.rect(x - w * .005 - 3, y - h * 1.08, 6, h * .16, INK)


def mast(c, x, y, h):
    """Weather mast with cups, vane, thermometer screen and a solar panel."""
    c.cast(x, y, h * .05, h * .5, .09); c.line([(x, y - h * .62), (x - h * .16, y)], INK, 3, .6); c.line([(x, y - h * .62), (x + h * .16, y)], INK, 3, .6); c.rect(x - h * .009, y - h, h * .018, h, M3); c.rect(x, y - h, h * .009, h, INK, 0, .3)
    c.line([(x - h * .11, y - h * .9), (x + h * .11, y - h * .9)], M3, h * .012); c.rect(x - h * .1 - 3, y - h * .95, 6, h * .05, M3)
    for a in (-1, 0, 1): c.circle(x - h * .1 + a * h * .03, y - h * .955, h * .015, MADDER)
    c.poly([(x + h * .05, y - h * .95), (x + h * .12, y - h * .95), (x + h * .15, y - h * .97), (x + h * .15, y - h * .93), (x + h * .12, y - h * .945)], GOLD); c.rect(x + h * .1 - 3, y - h * .95, 6, h * .05, M3)
    c.poly([(x + h * .01, y - h * .62), (x + h * .13, y - h * .58), (x + h * .11, y - h * .70), (x + h * .0, y - h * .74)], mix(M3, INK, .3)); c.poly([(x + h * .01, y - h * .72), (x + h * .05, y - h * .71), (x + h * .03, y - h * .63)], SKY, .5)
    for i in range(4): c.rect(x - h * .06, y - h * (.40 - i * .024), h * .12, h * .018, SNOW, 3); c.rect(x + (0 if c.sh > 0 else -h * .06), y - h * (.40 - i * .024), h * .06, h * .018, INK, 3, .14)
    c.rect(x - h * .04, y - h * .26, h * .08, h * .10, CREAM, 4); c.rect(x + (0 if c.sh > 0 else -h * .04), y - h * .26, h * .04, h * .10, INK, 0, .14)


def tap_post(c, x, y, h):
    """Village water tap on a stone post with basin and running water."""
    s = c.sh; c.ell(x + h * .3, y + 2, h * .75, h * .12, INK, .14); c.poly([(x - h * .14, y - h), (x + h * .14, y - h), (x + h * .18, y), (x - h * .18, y)], mix(CREAM, M1, .3)); c.poly([(x + s * h * .02, y - h), (x + s * h * .14, y - h), (x + s * h * .18, y), (x + s * h * .02, y)], INK, .14); c.rect(x - h * .18, y - h * 1.06, h * .36, h * .1, TEAL, 4)
    c.line([(x, y - h * .72), (x + h * .34, y - h * .72), (x + h * .34, y - h * .62)], M3, h * .07); c.rect(x + h * .14, y - h * .84, h * .12, h * .05, MADDER, 3); c.line([(x + h * .34, y - h * .58), (x + h * .34, y - h * .12)], SKY, h * .06, .9); c.line([(x + h * .33, y - h * .58), (x + h * .33, y - h * .14)], SNOW, 3, .8)
    c.poly([(x + h * .06, y - h * .18), (x + h * .74, y - h * .18), (x + h * .68, y + h * .04), (x + h * .12, y + h * .04)], mix(OCHRE, M1, .4)); c.ell(x + h * .4, y - h * .18, h * .34, h * .06, TEAL); c.ell(x + h * .34, y - h * .18, h * .1, h * .02, SNOW, .6)


def pylon(c, x, y, h, col=M3):
    """Lattice power pylon. Returns the two wire points."""
    w = h * .12; c.line([(x - w, y), (x - w * .2, y - h * .7), (x, y - h), (x + w * .2, y - h * .7), (x + w, y)], col, max(3, h * .012))
    for i in range(5):
        t = i / 5; a = w * (1 - t * .8); t2 = (i + 1) / 5; b = w * (1 - t2 * .8); c.line([(x - a, y - h * .7 * t), (x + b, y - h * .7 * t2)], col, max(3, h * .007)); c.line([(x + a, y - h * .7 * t), (x - b, y - h * .7 * t2)], col, max(3, h * .007))
    for q, v in ((.74, 1.5), (.86, 1.1)): c.line([(x - w * v, y - h * q), (x + w * v, y - h * q)], col, max(3, h * .012))
    return (x - w * 1.5, y - h * .72), (x + w * 1.5, y - h * .72)


def wires(c, a, b, sag=40): c.line('M%s %s Q%s %s %s %s' % tuple(n1(v) for v in (a[0], a[1], (a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag * 2, b[0], b[1])), INK, 3, .5)


# ------------------------------------------------------------ animals
def yak(c, x, y, L, m=1, col=None, graze=False):
    """Yak about L long, feet at y."""
    col = col or mix(INK, OCHRE3, .18); u = L / 100; s = c.sh * m
    c.ell(x + c.sh * 8 * u, y, 48 * u, 5 * u, INK, .17)
    with c.g('translate(%s %s) scale(%d 1)' % (n1(x), n1(y), m)):
        for lx in (-28, -18, 20, 30): c.rect((lx - 4) * u, -22 * u, 8 * u, 22 * u, dark(col, .3), 3)
        d = smooth([(-44 * u, -44 * u), (-34 * u, -58 * u), (-6 * u, -57 * u), (16 * u, -66 * u), (36 * u, -58 * u), (42 * u, -40 * u), (36 * u, -16 * u), (28 * u, -9 * u), (18 * u, -14 * u), (8 * u, -8 * u), (-4 * u, -14 * u), (-14 * u, -8 * u), (-26 * u, -13 * u), (-36 * u, -8 * u), (-42 * u, -20 * u)], True, .8); c.path(d, col); k = c.clip(d)
        for i in range(8): c.line('M%s %s q%s %s %s %s' % tuple(n1(v) for v in ((-36 + i * 10) * u, -34 * u, 2 * u, 10 * u, -1 * u, 20 * u)), light(col, .18), max(3, 1.2 * u), .5, clip=k)
        c.rect(0 if s > 0 else -50 * u, -70 * u, 50 * u, 70 * u, INK, 0, .12, k); c.path(smooth([(-42 * u, -46 * u), (-52 * u, -34 * u), (-50 * u, -12 * u), (-44 * u, -16 * u), (-44 * u, -34 * u)], True), dark(col, .2))
        gy = 26 * u if graze else 0
        c.path(smooth([(32 * u, -58 * u + gy), (48 * u, -60 * u + gy), (60 * u, -42 * u + gy), (58 * u, -32 * u + gy), (50 * u, -32 * u + gy), (36 * u, -38 * u + gy)], True), dark(col, .12)); c.ell(57 * u, -36 * u + gy, 5 * u, 5 * u, mix(col, CREAM, .5)); c.circle(49 * u, -47 * u + gy, 1.4 * u + 1, SNOW)
        for q in (0, 6): c.line('M%s %s q%s %s %s %s' % tuple(n1(v) for v in ((38 + q) * u, -58 * u + gy, -6 * u + q * u, -10 * u, 2 * u + q * u, -17 * u)), CREAM, 3 * u)
        c.ell(36 * u, -52 * u + gy, 6 * u, 2.6 * u, dark(col, .2), rot=20); c.path(pts([(-16 * u, -58.5 * u), (10 * u, -62 * u), (12 * u, -44 * u), (-14 * u, -42 * u)]), MADDER); c.rect(-15 * u, -50 * u, 27 * u, 3 * u, GOLD)


def sheep(c, x, y, L, m=1, graze=True):
    """Sheep about L long, feet at y."""
    u = L / 100; c.ell(x + c.sh * 8 * u, y, 44 * u, 6 * u, INK, .16)
    with c.g('translate(%s %s) scale(%d 1)' % (n1(x), n1(y), m)):
        for lx in (-24, -12, 14, 24): c.rect(lx * u, -26 * u, 6 * u, 26 * u, INK, 2, .85)
        for a, b, r in ((-26, -42, 20), (-4, -48, 24), (20, -44, 20), (-10, -34, 22), (10, -34, 20)): c.circle(a * u, b * u, r * u, SNOW)
        s = c.sh * m
        for a, b, r in ((14, -34, 16), (-8, -28, 14)): c.circle(s * a * u, b * u, r * u, INK, .09)
        gy = 18 * u if graze else -8 * u; c.ell(42 * u, -40 * u + gy, 11 * u, 15 * u, INK, .9, -30); c.ell(33 * u, -50 * u + gy, 4 * u, 8 * u, INK, .9, 60); c.circle(38 * u, -54 * u + gy, 9 * u, SNOW)


def horse(c, x, y, L, m=1, col=OCHRE3, saddle=True):
    """Standing horse about L long, feet at y."""
    u = L / 100; s = c.sh * m; c.ell(x + c.sh * 8 * u, y, 46 * u, 5 * u, INK, .17)
    with c.g('translate(%s %s) scale(%d 1)' % (n1(x), n1(y), m)):
        for lx, q in ((-30, .25), (22, .25), (-24, 0), (28, 0)): c.path(pts([((lx - 5) * u, -38 * u), ((lx + 6) * u, -38 * u), ((lx + 3) * u, 0), ((lx - 3) * u, 0)]), dark(col, q + .05)); c.rect((lx - 4) * u, -5 * u, 8 * u, 5 * u, INK, 1)
        d = smooth([(-40 * u, -56 * u), (-30 * u, -66 * u), (0, -62 * u), (24 * u, -66 * u), (38 * u, -84 * u), (48 * u, -100 * u), (55 * u, -98 * u), (58 * u, -90 * u), (70 * u, -78 * u), (68 * u, -72 * u), (54 * u, -76 * u), (46 * u, -62 * u), (36 * u, -42 * u), (20 * u, -34 * u), (-10 * u, -34 * u), (-34 * u, -36 * u)], True, .7); c.path(d, col); k = c.clip(d); c.rect(-60 * u, -46 * u, 130 * u, 20 * u, INK, 0, .12, k); c.circle(56 * u, -88 * u, 1.6 * u + 1, INK)
        c.path(smooth([(48 * u, -102 * u), (34 * u, -92 * u), (22 * u, -70 * u), (30 * u, -66 * u), (42 * u, -84 * u)], True), INK, .85); c.path(smooth([(-40 * u, -60 * u), (-54 * u, -46 * u), (-50 * u, -18 * u), (-44 * u, -30 * u), (-38 * u, -50 * u)], True), INK, .85)
        if saddle: c.path(smooth([(-16 * u, -66 * u), (8 * u, -66 * u), (12 * u, -46 * u), (-16 * u, -46 * u)], True, .5), MADDER); c.path(smooth([(-12 * u, -70 * u), (6 * u, -68 * u), (6 * u, -58 * u), (-12 * u, -58 * u)], True, .5), GOLD)


def birds(c, x, y, n=5, s=1, spread=200):
    """Loose flock of simple gliding birds."""
    for i in range(n):
        a, b = x + c.R.uniform(-1, 1) * spread, y + c.R.uniform(-.35, .35) * spread; w = 26 * s * c.R.uniform(.7, 1.2)
        c.path('M%s %s Q%s %s %s %s Q%s %s %s %s Q%s %s %s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (a - w, b - w * .3, a - w * .4, b - w * .5, a, b, a + w * .4, b - w * .5, a + w, b - w * .3, a + w * .4, b - w * .28, a, b + w * .2, a - w * .4, b - w * .28, a - w, b - w * .3)), INK, .7)


def swing(c, x, y, w, h):
    """Swing frame with two seats, middle of its foot at (x, y)."""
    c.ell(x + c.sh * 30, y, w * .6, h * .07, INK, .13)
    for sg in (-1, 1): c.line([(x + sg * w * .5, y), (x + sg * w * .38, y - h), (x + sg * w * .26, y)], TEAL if sg < 0 else dark(TEAL, .1), 16); c.line([(x + sg * w * .44, y - h * .5), (x + sg * w * .32, y - h * .5)], TEAL, 10)
    c.line([(x - w * .42, y - h), (x + w * .42, y - h)], MADDER, 18)
    for sg in (-1, 1):
        a = x + sg * w * .15; c.line([(a - 22, y - h), (a - 20, y - h * .32)], INK, 4, .8); c.line([(a + 22, y - h), (a + 20, y - h * .32)], INK, 4, .8); c.rect(a - 32, y - h * .34, 64, 13, GOLD, 6); c.ell(a + c.sh * 20, y - 2, 40, 7, INK, .12)
