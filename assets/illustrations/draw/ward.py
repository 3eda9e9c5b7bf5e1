"""Ward round at noon: a doctor listens at an old woman's bedside, a nurse writes it down, a grandson keeps her company."""
from extra_rooms import *

c = Canvas(2400, 1600, time='noon', sun='left', seed=64)
FY = 900
WALL = mix(SNOW, SKY, .26); FLOOR = mix(OCHRE, M1, .22)
c.rect(0, 0, 2400, FY, mix(WALL, CREAM, .35)); c.rect(0, FY - 330, 2400, 330, mix(TEAL, SNOW, .62)); c.rect(0, FY - 344, 2400, 16, TEAL); c.rect(0, FY - 356, 2400, 7, GOLD); c.rect(0, FY - 24, 2400, 24, mix(TEAL, INK, .25))
c.rect(0, FY, 2400, 700, c.grad((0, dark(FLOOR, .08)), (1, light(FLOOR, .3))))
for i in range(-13, 14): x = 1200 + i * 200; c.line([(1200 + (x - 1200) * .62, FY), (1200 + (x - 1200) * 1.5, 1600)], INK, 3, .08)
for t in (.10, .26, .48, .76): c.line([(0, FY + 700 * t), (2400, FY + 700 * t)], INK, 3, .08)
c.rect(0, 0, 2400, 54, mix(TEAL, INK, .1)); c.rect(0, 54, 2400, 9, GOLD); c.rect(0, 63, 2400, 20, INK, 0, .10)
# --- window
WX, WY, WW, WH = 860, 200, 800, 400
view_window(c, WX, WY, WW, WH, seed=21, sun=(.16, .24), r=.11, frame=mix(SNOW, M1, .25), cols=(MADDER, CREAM, GOLD, CREAM))
pot(c, 940, WY + WH + 16, 122, CORAL, 'flower'); pot(c, 1580, WY + WH + 16, 116, TEAL, 'leaf'); prop(c, 'thermos', 1480, WY + WH - 8, 560, col=MADDER)
floor_light(c, WX - 60, WX + WW, FY, 3, 260, 700, op=.24)
# --- plaque with the cross over a medicine cupboard, right
c.rect(2062, 214, 150, 150, INK, 18, .12); c.rect(2050, 204, 150, 150, SNOW, 18); c.rect(2103, 228, 44, 102, TEAL, 5); c.rect(2074, 257, 102, 44, TEAL, 5)
c.rect(1966, 440, 338, 476, INK, 8, .14); c.rect(1950, 430, 338, 480, SNOW, 8); c.rect(2220, 430, 68, 480, INK, 8, .07)
for r in range(2):
    c.rect(1972, 452 + r * 136, 294, 122, mix(SKY, SNOW, .35), 4); q = 452 + r * 136 + 122; c.rect(1972, q - 8, 294, 8, M1)
    R = c.R; x = 1984
    while x < 2236:
        w = R.choice((20, 26, 34, 48)); h = R.uniform(44, 90) if w < 40 else R.uniform(30, 44); k = R.choice((TEAL, OCHRE3, CREAM, MADDER2, GOLD, JUNIPER, M2)); c.rect(x, q - 8 - h, w, h, k, 4); c.rect(x + w * .62, q - 8 - h, w * .38, h, INK, 3, .14)
        if w < 40: c.rect(x + w * .2, q - 8 - h - 12, w * .6, 12, SNOW, 2); c.rect(x, q - 8 - h * .66, w, h * .3, SNOW, 0, .8)
        x += w + R.uniform(6, 18)
    c.poly([(1972, 452 + r * 136), (2060, 452 + r * 136), (1972, 540 + r * 136)], SNOW, .4); c.line([(2119, 452 + r * 136), (2119, 574 + r * 136)], SNOW, 12)
for r in range(3): c.rect(1972, 728 + r * 58, 294, 48, mix(SNOW, M1, .22), 5); c.rect(2090, 746 + r * 58, 58, 9, TEAL, 4)
# --- second bed by the left wall, a boy with a book; a curtain half drawn
with c.air(.06):
    bed(c, 96, 1010, 560, 128, cover=mix(M2, SKY, .3), patient=dict(hair='short', skin=2, kind='child', mood='smile', gown=mix(CREAM, GOLD, .35), hh=104), rail=False)
    c.rect(360, 790, 10, 6, TEAL); prop(c, 'bookback', 352, 790, 560, col=GOLD)
    drip(c, 64, 1000, 400)
c.rect(120, 216, 196, 150, INK, 3, .12); c.rect(108, 206, 196, 150, OCHRE3, 4); c.rect(120, 218, 172, 126, SKY); c.poly([(120, 330), (180, 250), (216, 296), (244, 262), (292, 330)], M2); c.poly([(180, 250), (216, 296), (204, 318), (178, 300)], M3, .6); c.poly([(180, 250), (168, 266), (180, 274), (194, 268)], SNOW); c.rect(120, 322, 172, 22, LEAF); c.circle(262, 242, 12, GOLD)
c.line([(372, 172), (736, 172)], M2, 11); c.circle(736, 172, 12, M2)
cur, n = mix(GOLD, CREAM, .50), 9
for i in range(n):
    x = 470 + i * 28; b = 906 + (10 if i % 2 else 0); dx = (i - 4) * 5
    c.path('M%s 178 L%s 178 L%s %s Q%s %s %s %s Z' % T(x, x + 30, x + 32 + dx, b, x + 14 + dx, b + 18, x - 3 + dx, b), (cur, dark(cur, .09))[i % 2]); c.path('M%s 178 L%s 178 L%s %s L%s %s Z' % T(x + 20, x + 30, x + 32 + dx, b + 4, x + 21 + dx, b + 10), INK, .10)
    c.path('M%s 826 L%s 826 L%s 858 L%s 858 Z' % T(x - 2 + dx * .92, x + 31 + dx * .92, x + 32 + dx * .95, x - 3 + dx * .95), (MADDER, MADDER2)[i % 2], .85); c.circle(x + 15, 180, 7, M1)
drip(c, 742, 1330, 720)
# --- the bed in the middle
BX, BY, BW, BH = 720, 1400, 1010, 212
# behind it: the doctor
doc = person(c, 1212, 1310, 770, face='34l', dress='doctor', col=SNOW, shirt=SKY, trousers=mix(TEAL, INK, .2), hair='bun', skin=0, mood='smile', lean=-23, tilt=2, steth=True, arm_l=NOARM, arm_r=NOARM, shadow=False)
bed(c, BX, BY, BW, BH, cover=TEAL, patient=dict(hair='bun', skin=1, kind='elder', mood='smile', gown=mix(SKY, SNOW, .3), hh=138), rail=False)
X = lambda t: BX + BW * t
# woven blanket over the foot of the bed
d = 'M%s %s Q%s %s %s %s L%s %s Q%s %s %s %s Z' % T(X(.70), BY - BH * 1.535, X(.8), BY - BH * 1.5, X(.885), BY - BH * 1.62, X(.90), BY - BH * .55, X(.8), BY - BH * .46, X(.70), BY - BH * .55); k = c.clip(d)
for j, q in enumerate((MADDER, GOLD, MADDER2, CREAM, MADDER, JUNIPER, GOLD, MADDER)): c.rect(X(.69), BY - BH * 1.75 + j * BH * .165, BW * .24, BH * .17, q, clip=k)
c.poly([(X(.69), BY - BH * 1.0), (X(.95), BY - BH * .98), (X(.95), BY), (X(.69), BY)], INK, .12, k)
for e in (.72, .76, .80, .84, .88): c.line([(X(e), BY - BH * .54), (X(e) + 3, BY - BH * .40)], CREAM, 5)
# doctor's hands: one on the patient's arm, one with the stethoscope's head
arm(c, doc, 770, 1, (X(.40), BY - BH * 1.74), SNOW, 0, 'adult', '34l', 1.12, dark(SNOW, .1))
hp = arm(c, doc, 770, -1, (X(.262), BY - BH * 1.86), SNOW, 0, 'adult', '34l', 1.12, dark(SNOW, .1))
# --- nurse at the foot of the bed
nur = person(c, 1846, 1438, 720, face='34l', dress='tunic', col=mix(TEAL, SKY, .35), col2=SNOW, trousers=mix(TEAL, SKY, .35), shoes=SNOW, hair='bob', skin=2, mood='smile', tilt=-6, arms='hold', hold={'both': 'clipboard'}, cast=.4)
c.circle(hp[0] - 22, hp[1] + 16, 15, INK); c.circle(hp[0] - 22, hp[1] + 16, 9, M1)
# --- her daughter on a stool before the bed
x, y = 1350, 1500
c.ell(x + 30, y - 4, 150, 20, INK, .17); [c.line([(x + e * 52, y - 180), (x + e * 70, y - 6)], mix(OCHRE3, INK, .1 if e < 0 else .3), 17) for e in (-1, 1)]; c.line([(x - 60, y - 76), (x + 60, y - 76)], OCHRE3, 12); c.rect(x - 88, y - 206, 176, 30, GOLD, 13); c.rect(x, y - 206, 88, 30, INK, 13, .13)
px, py = seat(x - 6, y - 226, 790, -1); rel = person(c, px, py, 790, face='34l', pose='sit', dress='chuba', col=MADDER, col2=GOLD, shirt=CREAM, trousers=INK, hair='braid', skin=1, mood='smile', lean=-7, tilt=-8, shadow=False, to_l=(X(.44) + 26, BY - BH * 1.50), to_r=(X(.44) + 66, BY - BH * 1.30))
hx, hy = X(.44), BY - BH * 1.52
c.circle(hx, hy, BH * .105, SKINS[1]); c.ell(hx + 22, hy - 10, 27, 19, SKINS[1])
# --- her grandchild brings flowers
person(c, 566, 1452, 420, kind='child', face='34r', pose='walk', dress='sweater', col=GOLD, col2=TEAL, trousers=mix(TEAL, INK, .3), hair='pigtails', skin=2, mood='open', tilt=-6, arm_l=(24, 120), arm_r=(30, 116), hold={'r': 'flowers'}, cast=.35)
# --- bedside cabinet in the corner
x, y = 300, 1560; c.ell(x + 40, y, 190, 26, INK, .15); c.rect(x - 160, y - 236, 320, 230, SNOW, 10); c.rect(x + 66, y - 236, 94, 230, INK, 10, .09); c.rect(x - 176, y - 256, 352, 26, mix(TEAL, SNOW, .35), 8); c.rect(x + 60, y - 256, 116, 26, INK, 8, .10)
for q, h in ((y - 214, 76), (y - 128, 104)): c.rect(x - 138, q, 276, h, mix(SNOW, M1, .2), 6); c.rect(x - 34, q + 20, 68, 11, TEAL, 5)
q = y - 256; prop(c, 'thermos', x - 100, q - 56, 1360, col=TEAL); prop(c, 'cup', x + 128, q - 40, 900, col=SNOW)
for dx, dy, r, k in ((-34, -74, 32, GOLD), (14, -84, 34, CORAL), (64, -74, 30, GOLD), (86, -70, 24, LEAF), (38, -112, 30, MADDER), (-10, -108, 28, GOLD)): c.circle(x + dx, q + dy, r, k); c.circle(x + dx - 9, q + dy - 10, r * .3, SNOW, .35)
c.path('M%s %s h180 q-14 62 -60 66 h-60 q-46 -4 -60 -66 Z' % T(x - 66, q - 66), mix(M1, SNOW, .4)); c.path('M%s %s h80 q-14 62 -60 66 h-20 Z' % T(x + 34, q - 66), INK, .13)
pot(c, 2310, 1660, 600, TEAL, 'tall')
c.save(__file__)
