"""Morning lesson: one teacher draws a circle and a triangle on the board, another bends to a pupil's desk; mountains in the window."""
from extra_rooms import *

c = Canvas(2400, 1600, time='morning', sun='left', seed=71)
FY = 860
room(c, FY, wall_col='#EBDFC2', floor_col=OCHRE2, beam=False)
c.rect(0, 0, 2400, 46, MADDER); c.rect(0, 46, 2400, 8, GOLD); c.rect(0, 54, 2400, 9, TEAL); c.rect(0, 63, 2400, 18, INK, 0, .12)
for i in range(33): c.circle(38 + i * 73, 23, 9, CREAM); c.circle(38 + i * 73, 23, 3.6, GOLD2)
# --- the window, brightest place of the room
WX, WY, WW, WH = 190, 200, 1030, 440
view_window(c, WX, WY, WW, WH, seed=14, sun=(.17, .25), r=.115)
for x, h, p, q in ((262, 112, 'flower', CORAL), (700, 96, 'leaf', TEAL), (1150, 126, 'flower', CORAL)): pot(c, x, WY + WH + 16, h, q, p)
prop(c, 'globe', 905, WY + WH + 8, 640)
for i, q in enumerate((TEAL, GOLD, MADDER)): c.rect(420 - i * 4, WY + WH - 4 - 18 * i, 120 - 10 * i, 18, q, 3)
# radiator shelf under the window, with books
c.rect(150, FY - 128, 1120, 20, OCHRE3, 4); c.rect(150, FY - 112, 1120, 6, INK, 0, .16)
for i in range(5):
    x = 162 + i * 222; c.rect(x, FY - 108, 210, 108, dark(OCHRE3, .38)); c.rect(x, FY - 108, 210, 12, INK, 0, .2); c.rect(x - 12, FY - 108, 12, 108, OCHRE3)
    if i in (0, 2, 3): books_row(c, x + 8, FY, 192, 84, seed=i + 11)
    elif i == 1: [c.rect(x + 20 + (j % 2) * 6, FY - 20 - 20 * j, 110 - 8 * j, 20, q, 3) for j, q in enumerate((GOLD, TEAL, MADDER))]; c.circle(x + 170, FY - 30, 28, CORAL); c.path('M%s %s a28 20 0 0 1 56 0 Z' % T(x + 142, FY - 30), CREAM)
    else: c.rect(x + 24, FY - 60, 150, 60, TEAL, 5); c.rect(x + 110, FY - 60, 64, 60, INK, 4, .14); [c.line([(x + 44 + j * 26, FY - 58), (x + 40 + j * 28, FY - 86)], q, 8) for j, q in enumerate((MADDER, GOLD, CREAM, JUNIPER))]; c.rect(x + 24, FY - 60, 150, 12, dark(TEAL, .12), 3)
c.rect(1260, FY - 108, 12, 108, OCHRE3)
floor_light(c, WX, WX + WW, FY, 3, 330, 740)
# --- the board on wheels, a little turned toward the class
A, B, D, E = (1490, 232), (2062, 180), (2062, 770), (1490, 716)
def bd(u, v):                                              # u left..right, v top..bottom
    u = u * (1.06 - .06 * u) if u < 1 else u
    x = A[0] + (B[0] - A[0]) * u; t = A[1] + (B[1] - A[1]) * u; b = E[1] + (D[1] - E[1]) * u; return x, t + (b - t) * v
c.poly([(1480, FY + 84), (2140, FY + 120), (2200, FY + 150), (1560, FY + 112)], INK, .13)
for u, yy in ((.08, FY + 66), (.92, FY + 104)):
    x = bd(u, 0)[0]; c.rect(x - 9, bd(u, .9)[1], 18, yy - bd(u, .9)[1] - 12, OCHRE3); c.line([(x - 46, yy - 2), (x, yy - 34), (x + 52, yy + 4)], OCHRE3, 15); [c.circle(x + d, yy + 4, 13, INK) for d in (-46, 52)]
c.line([bd(.08, 1.24), bd(.92, 1.19)], dark(OCHRE3, .2), 13)
c.poly([(p[0] + 16, p[1] + 12) for p in (A, B, D, E)], INK, .12); c.poly([A, B, D, E], OCHRE3)
F = [bd(.03, .045), bd(.97, .045), bd(.97, .955), bd(.03, .955)]; c.poly(F, JUNIPER2); c.poly([F[0], bd(.42, .045), bd(.03, .72)], SNOW, .05); c.poly([bd(.5, .955), bd(.97, .3), F[2]], INK, .10)
c.poly([bd(.02, .975), bd(.98, .975), bd(.98, 1.035), bd(.02, 1.03)], light(OCHRE3, .25)); c.poly([bd(.02, 1.01), bd(.98, 1.01), bd(.98, 1.035), bd(.02, 1.03)], INK, .15)
c.poly([bd(.16, .955), bd(.25, .955), bd(.25, .985), bd(.16, .985)], CREAM); c.poly([bd(.28, .96), bd(.34, .96), bd(.34, .985), bd(.28, .985)], GOLD); c.poly([bd(.70, .925), bd(.84, .925), bd(.84, .985), bd(.70, .985)], M2)
CU, CV, RU, RV = .44, .50, .335, .345
circ = lambda a, k=1: bd(CU + RU * k * math.cos(math.radians(a)), CV + RV * k * math.sin(math.radians(a)))
c.line(smooth([circ(a) for a in range(14, 342, 8)]), SNOW, 7, .95)
t3 = [circ(-90), circ(30), circ(150)]; c.line(pts(t3), GOLD, 7, .95); c.poly([t3[0], t3[2], bd(CU, CV)], SKY, .28)
for q in t3: c.line([bd(CU, CV), q], SNOW, 4, .55, dash='14 14')
c.circle(*bd(CU, CV), 8, CORAL); [c.circle(*q, 8, SNOW) for q in t3]
for k in range(3): c.line([bd(.09 + .05 * k, .84 - .02 * (k % 2)), bd(.12 + .05 * k, .84 - .02 * (k % 2))], SNOW, 5, .5)
# clock and two pressed leaves on the wall
c.circle(2270, 300, 66, INK, .12); c.circle(2262, 290, 66, TEAL); c.circle(2262, 290, 53, SNOW); c.line([(2262, 290), (2236, 272)], INK, 8); c.line([(2262, 290), (2284, 256)], INK, 6); c.circle(2262, 290, 8, MADDER)
for a in range(0, 360, 90): c.circle(2262 + math.sin(math.radians(a)) * 43, 290 + math.cos(math.radians(a)) * 43, 4.5, INK, .5)
for x, y, q in ((1378, 250, LEAF), (1392, 420, GOLD)): c.rect(x - 46, y - 52, 104, 120, INK, 2, .12); c.rect(x - 54, y - 60, 104, 120, SNOW, 2); leaf(c, x - 2, y + 42, 84, 6, q); c.line([(x - 2, y + 46), (x + 4, y - 20)], dark(q, .3), 4); c.circle(x - 2, y - 52, 7, MADDER)
# cabinet with solids behind the board, at the right wall
c.rect(2150, FY - 196, 300, 214, INK, 6, .13); c.rect(2136, FY - 206, 300, 214, OCHRE3, 6); c.rect(2124, FY - 222, 320, 20, light(OCHRE3, .2), 4)
for x in (2156, 2290): c.rect(x, FY - 184, 122, 170, dark(OCHRE3, .16), 5); c.circle(x + 104 - (84 if x > 2200 else 0), FY - 100, 8, GOLD)
y = FY - 222
c.poly([(2196, y), (2150, y - 6), (2180, y - 110)], M2); c.poly([(2196, y), (2180, y - 110), (2222, y - 8)], mix(M3, INK, .1))
c.circle(2270, y - 42, 42, GOLD); c.path('M%s %s a42 42 0 0 1 -30 76 q34 -20 30 -76 Z' % T(2284, y - 82), INK, .15); 
c.rect(2334, y - 96, 66, 96, TEAL); c.ell(2367, y - 96, 33, 10, light(TEAL, .3)); c.rect(2372, y - 92, 28, 92, INK, 0, .14)
# --- the teacher at the board
hand = circ(-20)
t1 = person(c, 2056, 1062, 640, face='34l', dress='suit', col=mix(INK, TEAL, .22), col2=MADDER, shirt=SNOW, trousers=mix(INK, OCHRE3, .25), hair='short', skin=1, glasses=True, mood='open', to_l=(hand[0] + 4, hand[1] + 6), arm_r=(-4, -66), hold={'l': 'chalk', 'r': 'closedbook'}, holdcol=GOLD, tilt=-7, lean=-3, cast=.35)

# --- pupils at their desks
def pupil(x, y, h, m=1, chair=TEAL, lean=0, kind='child', **o):
    """Pupil on a chair whose foot stands at (x, y), looking toward m; arms are laid on the desk afterwards."""
    chair_side(c, x, y, h * .60, m, chair); px, py = seat(x + m * h * .02, y - h * .30, h, m, kind); o.setdefault('face', '34r' if m > 0 else '34l')
    return person(c, px, py, h, kind=kind, pose='sit', shadow=False, lean=lean, arm_l=o.pop('arm_l', NOARM), arm_r=o.pop('arm_r', NOARM), **o)
# far row
def pair(x, y0, h, W, A, B, kinds, ca, cb):
    """Two pupils side by side at a desk: A the far one, B the near one (options of pupil() plus hands)."""
    k = h / 470; A, B = dict(A), dict(B); ha, hb = A.pop('hands'), B.pop('hands'); sc = {}
    for o in (A, B): o['_'] = (o.get('col'), o.get('skin', 0), o.pop('cuff', None), o.pop('sl', None))
    qa, qb = A.pop('_'), B.pop('_')
    a = pupil(x + 108 * k, y0 - 74 * k, h * .97, **A); b = pupil(x, y0, h * 1.02, **B)
    f = odesk(c, x + W * .5 + 62 * k, y0 + 20 * k, W, 232 * k, 86 * k, 100 * k, OCHRE2, TEAL)
    sheet(c, f(.40, .76), 112 * k, kinds[0], 4); sheet(c, f(.38, .25), 118 * k, kinds[1], -4)
    def hands(r, hh, q, L, fc):
        for i, p in L: arm(c, r, hh, i, f(*p), q[3] or q[0], q[1], 'child', fc, 1.08, q[2])
    hands(a, h * .97, qa, ha, '34r'); hands(b, h * 1.02, qb, hb, '34r'); return f
f = pair(262, 1096, 392, 232,
    dict(hands=[(-1, (.14, .7)), (1, (.24, .9))], cuff=MADDER, dress='sweater', col=GOLD, col2=MADDER, hair='bob', skin=2, tilt=4, mood='smile', chair=OCHRE3),
    dict(hands=[(1, (.2, .3))], cuff=INK, dress='tracksuit', col=TEAL, col2=INK, shirt=SNOW, trousers=TEAL, hair='crop', skin=1, mood='open', tilt=6, chair=TEAL, arm_l=(-158, -176)), (2, 0), 0, 0)
c.rect(f(.8, .7)[0] - 14, f(.8, .7)[1] - 34, 28, 36, MADDER, 4); [c.line([(f(.8, .7)[0] - 8 + j * 8, f(.8, .7)[1] - 34), (f(.8, .7)[0] - 12 + j * 12, f(.8, .7)[1] - 56)], q, 5) for j, q in enumerate((GOLD, TEAL, CREAM))]
f = pair(850, 1092, 388, 232,
    dict(hands=[(-1, (.16, .7)), (1, (.26, .9))], cuff=GOLD, dress='chuba', hem=1, col=MADDER, col2=GOLD, hair='braids', skin=0, tilt=-5, mood='open', chair=JUNIPER),
    dict(hands=[(-1, (.14, .2)), (1, (.24, .4))], dress='down', col=mix(M3, TEAL, .3), col2=CREAM, hair='short', skin=2, mood='smile', tilt=-10, lean=-4, chair=GOLD), (3, 1), 0, 0)
c.rect(f(.74, .5)[0] - 34, f(.74, .5)[1] - 10, 70, 14, GOLD, 3)
# near row, left desk
f = pair(356, 1440, 476, 296,
    dict(hands=[(-1, (.14, .72)), (1, (.26, .86))], cuff=INK, dress='tracksuit', col=CORAL, col2=INK, shirt=SNOW, trousers=INK, hair='pony', skin=0, mood='down', tilt=10, lean=5, chair=GOLD),
    dict(hands=[(-1, (.12, .16)), (1, (.22, .4))], dress='sweater', col=JUNIPER, col2=CREAM, trousers=OCHRE3, hair='short', skin=1, mood='smile', tilt=-3, chair=MADDER), (1, 2), 0, 0)
q = f(.8, .72); c.ell(q[0] + 10, q[1] + 2, 30, 7, INK, .16); c.circle(q[0], q[1] - 30, 27, SKY); c.path('M%s %s q12 -16 24 -4 q10 10 -4 22 Z' % T(q[0] - 14, q[1] - 34), JUNIPER); c.rect(q[0] - 18, q[1] - 5, 36, 9, OCHRE3, 3)
c.line([f(.68, .16), f(.88, .28)], GOLD, 9)
bagpack(c, 214, 1500, 118, MADDER, GOLD)
# near row, right desk: the second teacher bends down to it
t2 = person(c, 1540, 1424, 720, face='34l', dress='chuba', col=MADDER, col2=GOLD, shirt=CREAM, apron=True, hair='bun', skin=0, mood='smile', lean=-31, tilt=4, arm_l=NOARM, arm_r=(20, -46), cast=.35)
f = pair(1010, 1442, 478, 300,
    dict(hands=[(-1, (.13, .72)), (1, (.26, .9))], cuff=TEAL, dress='sweater', col=SNOW, col2=TEAL, trousers=M3, hair='crop', skin=2, mood='smile', tilt=4, chair=TEAL),
    dict(hands=[(-1, (.12, .16)), (1, (.26, .34))], cuff=MADDER, sl=GOLD, dress='dress', col=mix(TEAL, INK, .15), col2=GOLD, shirt=GOLD, hair='pigtails', skin=1, mood='smile', tilt=8, lean=4, chair=CORAL), (3, 1), 0, 0)
c.poly([f(.74, .1), f(.92, .12), f(.88, .4)], GOLD); c.poly([f(.79, .16), f(.87, .17), f(.85, .29)], mix(OCHRE2, SNOW, .5))
arm(c, t2, 720, -1, (f(.56, .52)[0], f(.56, .52)[1] - 8), MADDER, 0, 'adult', '34l', 1.12, GOLD)
# a boy at the front desk, looking up at the board
x, y = 1896, 1500
f = odesk(c, x + 4, y - 66, 330, 218, 26, 104, OCHRE2, TEAL); sheet(c, f(.40, .5), 120, 2, 2); c.rect(f(.8, .5)[0] - 20, f(.8, .5)[1] - 46, 40, 48, TEAL, 5); [c.line([(f(.8, .5)[0] - 10 + j * 10, f(.8, .5)[1] - 46), (f(.8, .5)[0] - 16 + j * 16, f(.8, .5)[1] - 72)], q, 6) for j, q in enumerate((GOLD, MADDER, CREAM))]
px, py = seat(x - 10, y - 150, 492, 0, 'child'); person(c, px, py, 492, kind='child', face='back', pose='sit', dress='tracksuit', col=INK, col2=GOLD, shirt=SNOW, trousers=INK, hair='short', skin=0, arms='hold', tilt=-8, shadow=False); chair_back(c, x - 10, y + 8, 292, CORAL)
# --- fourth plane
pot(c, 2326, 1664, 540, TEAL, 'tall')
c.save(__file__)
