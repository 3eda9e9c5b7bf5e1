"""Noon on the plain: a train crosses a long viaduct above yaks, sheep and a herders' tent."""
from extra_plateau import *

c = Canvas(2400, 1200, time='noon', sun='left', seed=73)
HY = 676; R = c.R
sky(c, 690, sun=(.10, .20), r=.085, clouds=((.20, .06, 1.0, 0), (.66, .09, .9, 0), (.44, .20, .6, 1), (.86, .24, .7, 0), (.90, .05, .5, 1)))
mountains(c, 668, top=190, seed=45)
birds(c, 1330, 150, 4, .7, 120)
with c.air(.30): hills(c, 640, 26, n=7, seed=6, scrub=26, bottom=760)
c.rect(0, HY, c.w, 120, c.grad((0, mix('#DCC58E', LEAF, .2)), (1, mix('#DCC58E', LEAF, .34))))
ground(c, HY + 14, cols=(mix('#E2CB95', LEAF, .22), mix('#CDAE6E', JUNIPER, .26)), pools=12, pebbles=10, tufts=0, seed=6)
for i in range(9):                                        # long bands of greener grass
    y = 712 + 26 * i + 2.6 * i * i; w = R.uniform(500, 1300); c.ell(R.uniform(0, 2400), y, w, 7 + 3.4 * i, (JUNIPER, SNOW, LEAF)[i % 3], .13)
# --- herders' camp far off
with c.air(.20):
    blacktent(c, 748, 772, 150, 62); blacktent(c, 905, 754, 84, 36)
    for x, y, m in ((840, 792, 1), (872, 800, -1), (640, 792, 1), (980, 776, 1), (1006, 784, -1)): sheep(c, x, y, 30, m)
    horse(c, 590, 786, 60, 1, OCHRE3)
    person(c, 800, 790, 46, dress='chuba', col=MADDER, cast=.3)
river(c, [(1500, 716, 12), (1150, 738, 22), (1330, 776, 38), (1010, 838, 62), (1180, 930, 104), (960, 1040, 170), (1130, 1230, 300)], deep=mix(TEAL, M3, .2))

# --- the viaduct, mapped along a curve: s -> x, deck y, scale
def K(s): return .30 + .86 * s ** 1.55
def M(s, v): k = K(s); return -160 + 2800 * s, HY + 6 - 236 * k - v * k
def foot(s): return HY + 10 + 118 * K(s)
N = 1600; LEN = [0.]
for i in range(N): s = (i + .5) / N; LEN.append(LEN[-1] + 2800 / N / K(s))
def at(L):
    lo, hi = 0, N
    while hi - lo > 1:
        m = (lo + hi) // 2
        if LEN[m] < L: lo = m
        else: hi = m
    return (lo + (L - LEN[lo]) / (LEN[lo + 1] - LEN[lo])) / N
def face(L0, L1, v0, v1, col, op=1, clip=None):
    n = max(2, int((L1 - L0) / 90)); a = [M(at(L0 + (L1 - L0) * i / n), v1) for i in range(n + 1)]; b = [M(at(L0 + (L1 - L0) * i / n), v0) for i in range(n + 1)]
    c.poly(a + b[::-1], col, op, clip)
TOT = LEN[-1]; stone = mix(CREAM, M1, .24)
step = 330; npier = int(TOT / step)
for i in range(npier + 1):
    L = 60 + i * step
    if L > TOT: break
    s = at(L); k = K(s); x, y = M(s, -40); f = foot(s) + R.uniform(-3, 3)
    with c.air(max(0, .34 - .36 * k)):
        w = 34 * k; c.cast(x, f, w * 2.4, 190 * k, .10, dy=.12); c.ell(x + 10 * k, f, w * 1.5, 7 * k, INK, .14)
        c.poly([(x - w, y), (x + w, y), (x + w * 1.35, f), (x - w * 1.35, f)], stone); c.poly([(x + w * .15, y), (x + w, y), (x + w * 1.35, f), (x + w * .2, f)], INK, .17)
        c.poly([(x - w * 1.5, y), (x + w * 1.5, y), (x + w, y + 30 * k), (x - w, y + 30 * k)], light(stone, .2)); c.poly([(x - w * 1.5, y + 2), (x + w * 1.5, y + 2), (x + w * 1.3, y + 15 * k), (x - w * 1.3, y + 15 * k)], INK, .20)
        for j in range(1, 5): t = j / 5; c.line([(x - w * (1 + .3 * t), y + (f - y) * t), (x + w * (1 + .3 * t), y + (f - y) * t)], INK, 3, .07)
face(0, TOT, -50, -38, dark(stone, .34)); face(0, TOT, -40, 0, light(stone, .25)); face(0, TOT, -40, -24, INK, .13); face(0, TOT, -4, 4, SNOW)
i = 0
while i * 82 < TOT:
    s = at(i * 82); a, b = M(s, 0), M(s, 22); c.line([a, b], M3, max(3, 4 * K(s)), .8); i += 1
# --- the train
CAR = 560; head_L = at_L = None
end = LEN[int(.70 * N)]
def car(L1, kind, idx):
    L0 = L1 - CAR + 16; body = mix(JUNIPER2, TEAL, .12)
    P = lambda L, v: M(at(L), v)
    loco = kind == 'loco'
    for q in (.12, .22, .78, .88):
        x, y = P(L0 + (L1 - L0) * q, 16); r = 13 * K(at(L0 + (L1 - L0) * q)); c.circle(x, y, r, INK); c.circle(x, y, r * .4, M1)
    face(L0 + 20, L1 - 20, 12, 30, mix(INK, M3, .2))
    face(L0 - 14, L0 + 8, 30, 118, INK)
    n = 10
    top = [P(L0 + (L1 - L0) * i / n, 138) for i in range(n + 1)]; low = [P(L0 + (L1 - L0) * i / n, 26) for i in range(n + 1)]
    if loco: top = [P(L0, 140), P(L0 + (L1 - L0) * .5, 140), P(L1 - 96, 140), P(L1 - 50, 128), P(L1 - 10, 74)]; low = [P(L0, 24), P(L0 + (L1 - L0) * .5, 24), P(L1 - 30, 24), P(L1 + 2, 30), P(L1 + 4, 60)]
    c.poly(top + low[::-1], MADDER if loco else body); kk = c.clip(pts(top + low[::-1]))
    face(L0 - 5, L1 + 30, 122, 142, mix(M1, SNOW, .35) if not loco else light(MADDER, .3), 1, kk); face(L0 - 5, L1 + 30, 116, 123, INK, .2, kk)
    face(L0 - 5, L1 + 30, 54, 63, GOLD, 1, kk); face(L0 - 5, L1 + 30, 20, 42, INK, .18, kk); face(L0 - 5, L1 + 30, 46, 50, GOLD, .8, kk)
    if loco:
        c.poly([P(L1 - 92, 118), P(L1 - 52, 116), P(L1 - 18, 80), P(L1 - 92, 80)], '#CFE3E2'); c.poly([P(L1 - 90, 116), P(L1 - 66, 116), P(L1 - 90, 90)], SNOW, .7); face(L1 - 168, L1 - 112, 80, 114, '#CFE3E2'); face(L1 - 168, L1 - 112, 106, 114, INK, .2)
        for j in range(6): face(L0 + 40 + 52 * j, L0 + 72 + 52 * j, 76, 112, INK, .32)
        x, y = P(L1 - 6, 50); c.circle(x, y, 9 * K(at(L1)), CREAM); face(L0 - 5, L1 + 30, 66, 70, CREAM, .9, kk)
    else:
        for j in range(9):
            a = L0 + 40 + j * 52.5
            if j in (0, 8): face(a, a + 26, 32, 112, dark(body, .25)); face(a + 4, a + 22, 78, 108, '#CFE3E2'); continue
            face(a, a + 36, 74, 110, INK, .35); face(a + 2, a + 34, 76, 108, GOLD if (j * 3 + idx * 5) % 11 == 0 else '#CFE3E2'); c.poly([P(a + 2, 108), P(a + 22, 108), P(a + 2, 84)], SNOW, .65)
            if (j + idx * 2) % 3 == 0:
                x, y = P(a + 20, 88); r = 8.5 * K(at(a)); c.circle(x, y - r * .6, r, SKINS[(j + idx) % 3]); c.path('M%s %s a%s %s 0 0 1 %s 0 Z' % T(x - r, y - r * .7, r, r, 2 * r), HAIR); c.rect(x - r * 1.2, y + r * .3, r * 2.4, r * 1.2, (TEAL, MADDER, GOLD2)[(j * 2 + idx) % 3], 3)
idx = 0; L = end; cars = []
while L > -CAR and idx < 15: cars.append((L, 'loco' if idx == 0 else 'car', idx)); L -= CAR; idx += 1
for L, kd, ix in cars[::-1]:
    if L - CAR > 2: car(L, kd, ix)
# rail before the wheels, lit edge of the deck
face(0, TOT, 8, 13, M3, .9)

# --- animals on the plain
for i in range(34): y = R.uniform(800, 1180); tuft(c, R.uniform(1330 if y < 1080 else 1460, 2380) if i % 2 else R.uniform(20, 700), y, 8 + (y - 780) * .07, mix(JUNIPER, LEAF, .4))
def herd(x, y, L, m, col=None, graze=False, saddle=False):
    n = len(c.o); yak(c, x, y, L, m, col=col, graze=graze)
    if not saddle: c.o[n:] = [q for q in c.o[n:] if not ('fill="%s"' % c.col(MADDER) in q or 'fill="%s"' % c.col(GOLD) in q)]
px = lambda y: (y - HY) / 5.6
items = [('y', 1560, 884, 1, 1), ('y', 1690, 912, -1, 0), ('y', 1850, 978, -1, 1), ('y', 1470, 930, 1, 0), ('y', 2110, 920, 1, 1), ('y', 2080, 1050, -1, 0), ('y', 1800, 868, -1, 1), ('s', 700, 850, 1, 1), ('s', 770, 872, -1, 1), ('s', 640, 890, 1, 0), ('s', 830, 846, 1, 1), ('s', 560, 862, -1, 1), ('s', 735, 912, 1, 1), ('calf', 1640, 1004, 1, 0)]
for kd, x, y, m, g in sorted(items, key=lambda q: q[2]):
    with c.air(max(0, .16 - (y - 850) / 900)):
        if kd == 'y': c.cast(x, y, px(y) * 1.6, px(y) * 1.9, .1); herd(x, y, px(y) * 2.75, m, saddle=x == 1560, col=None if x % 20 else mix(OCHRE3, INK, .55), graze=bool(g))
        elif kd == 'calf': herd(x, y, px(y) * 1.7, m, col=mix(OCHRE3, INK, .3))
        else: c.cast(x, y, px(y) * .9, px(y) * 1.2, .1); sheep(c, x, y, px(y) * 1.7, m, bool(g))
# --- the knoll in front: a herder, her two children and a horse watch the train
d = smooth([(-40, 905), (180, 930), (420, 985), (640, 1065), (820, 1150), (960, 1260), (-40, 1300)], True, .8)
c.path(d, mix(LEAF, OCHRE2, .35)); kn = c.clip(d)
c.path(smooth([(-40, 905), (180, 930), (420, 985), (640, 1065), (820, 1150), (960, 1260), (800, 1180), (600, 1096), (400, 1012), (180, 952), (-40, 930)], True, .6), light(mix(LEAF, OCHRE, .4), .3), .7, kn)
c.ell(420, 1240, 420, 90, INK, .08, clip=kn); c.ell(120, 1080, 220, 40, SNOW, .10, clip=kn)
c.cast(192, 1034, 60, 190, .12); horse(c, 188, 1036, 262, 1, mix(OCHRE3, MADDER2, .25))
person(c, 452, 1096, 330, face='34r', dress='chuba', col=mix(INK, TEAL, .25), col2=GOLD, off='l', hat='felt', hatcol=OCHRE3, hair='short', skin=1, to_l=(372, 980), arms='rest', mood='calm', cast=.4)
c.line('M%s %s Q%s %s %s %s' % T(372, 982, 372, 920, 362, 846), MADDER2, 5)
person(c, 582, 1126, 308, face='back', dress='chuba', col=MADDER, col2=GOLD, hair='braids', skin=0, to_r=(636, 1020), tilt=6, cast=.4)
person(c, 680, 1148, 204, kind='child', face='back', dress='sweater', col=GOLD, col2=TEAL, trousers=INK, hair='short', skin=2, to_l=(642, 1024), arm_r=(128, 164), cast=.4, tilt=6)
dog(c, 806, 1176, 130, 1, pose='sit')
for x, y, s_ in ((60, 1010, 40), (500, 1170, 46), (330, 1160, 50), (150, 1140, 44), (690, 1190, 42)): tuft(c, x, y, s_, JUNIPER)
for i in range(20): x = R.uniform(0, 480); flower(c, x, 1120 + R.uniform(0, 70) + x * .06, R.uniform(6, 10), (GOLD, CREAM, CORAL)[i % 3])
foreground(c, 'right', .72, (GOLD, CREAM, MADDER)); grass_fg(c, 1640, 2080, 1212, 60, 24, JUNIPER)
c.save(__file__)
