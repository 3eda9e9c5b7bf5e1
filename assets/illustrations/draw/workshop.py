"""Late light in a training workshop: an instructor guides a learner's plane, others saw, sew and mend a motor."""
from extra_rooms import *

c = Canvas(2400, 1600, time='dusk', sun='left', seed=29)
R = c.R; FY = 850
WALL = '#E8D5B0'
c.rect(0, 0, 2400, FY, WALL); c.rect(0, FY - 190, 2400, 190, mix(TEAL, CREAM, .52)); c.rect(0, FY - 202, 2400, 12, TEAL); c.rect(0, FY - 24, 2400, 24, dark(OCHRE3, .25))
c.rect(0, FY, 2400, 750, c.grad((0, mix(OCHRE3, M1, .35)), (1, mix(OCHRE2, M1, .22))))
for i in range(-9, 10): x = 1200 + i * 300; c.line([(1200 + (x - 1200) * .62, FY), (1200 + (x - 1200) * 1.5, 1600)], INK, 3, .07)
for t in (.14, .36, .7): c.line([(0, FY + 750 * t), (2400, FY + 750 * t)], INK, 3, .06)
# --- roof beams
c.rect(0, 0, 2400, 66, OCHRE3); c.rect(0, 40, 2400, 26, INK, 0, .14); c.rect(0, 66, 2400, 8, MADDER)
for i in range(13): c.rect(60 + i * 190, 66, 58, 34, dark(OCHRE3, .16), 3); c.rect(60 + i * 190, 88, 58, 12, INK, 0, .2)
# --- three big windows
for i, (x, sd) in enumerate(((150, 14), (900, 35), (1650, 52))): view_window(c, x, 190, 600, 400, seed=35, panes=3, sun=(.155, .40), r=.16, pan=(2100, 750 * i), bar=16, valance=False, frame=TEAL, hz=.74)
floor_light(c, 130, 760, FY, 3, 430, 740, '#FBDFA8', .26, 12); floor_light(c, 880, 1510, FY, 3, 430, 740, '#FBDFA8', .26, 12); floor_light(c, 1630, 2260, FY, 3, 430, 740, '#FBDFA8', .22, 12)
# hanging lamps
for x in (825, 1575): c.line([(x, 66), (x, 200)], INK, 5); c.poly([(x - 20, 196), (x + 20, 196), (x + 66, 250), (x - 66, 250)], JUNIPER2); c.poly([(x + 4, 196), (x + 20, 196), (x + 66, 250), (x + 16, 250)], INK, .16); c.ell(x, 252, 58, 10, '#FBE3B6')
# --- tool boards on the piers between the windows
def tools(x, y, w, h, seed):
    c.rect(x + 10, y + 12, w, h, INK, 6, .13); c.rect(x, y, w, h, OCHRE2, 6); c.rect(x, y, w, 12, INK, 4, .08); rr = __import__('random').Random(seed)
    n = 0
    for r in range(2):
        q = x + 18
        while q < x + w - 26:
            yy = y + 26 + r * h * .5; k = n % 5; n += 1; c.circle(q + 8, yy - 4, 5, INK)
            if k == 0: c.rect(q + 3, yy, 11, 62, OCHRE3, 3); c.rect(q - 9, yy + 52, 34, 20, M3, 4)
            elif k == 1: c.rect(q + 2, yy, 12, 34, MADDER, 4); c.rect(q + 5, yy + 32, 6, 40, M2)
            elif k == 2: c.circle(q + 8, yy + 8, 12, M2); c.circle(q + 8, yy + 8, 5, OCHRE2); c.rect(q + 3, yy + 16, 10, 56, M2, 3)
            elif k == 3: c.line([(q + 4, yy + 2), (q + 18, yy + 70)], M3, 8); c.line([(q + 14, yy + 2), (q, yy + 70)], M3, 8); c.circle(q + 9, yy + 30, 5, GOLD)
            else: c.rect(q + 3, yy, 10, 32, GOLD, 4); c.rect(q + 1, yy + 30, 14, 40, M2, 2)
            q += 42
# shelves and stock under the windows
c.rect(120, FY - 178, 640, 16, OCHRE3, 3); c.rect(120, FY - 164, 640, 8, INK, 0, .14)
for i in range(7): c.rect(140 + i * 86, FY - 178 - (40 + i * 17 % 37), 68, 40 + i * 17 % 37, (MADDER, TEAL, OCHRE, GOLD, JUNIPER, CREAM, M3)[i], 4); c.rect(140 + i * 86 + 42, FY - 178 - (40 + i * 17 % 37), 26, 40 + i * 17 % 37, INK, 3, .13)
for i in range(5): q = FY - 26 - i * 24; c.rect(140 + (i % 2) * 14, q - 20, 560 - i * 30, 20, mix(OCHRE2, SNOW, .1 + .07 * (i % 3)), 3); c.rect(140 + (i % 2) * 14, q - 7, 560 - i * 30, 7, INK, 0, .12); c.rect(126 + (i % 2) * 14, q - 20, 16, 20, OCHRE3, 2)
tools(906, FY - 196, 600, 168, 4)
# stack of finished stools and a cupboard at the right wall
for i in range(4): x = 1700 + i * 126; k = (MADDER, GOLD, TEAL, CORAL)[i]; c.rect(x - 46, FY - 130, 92, 18, k, 8); [c.line([(x + e * 34, FY - 112), (x + e * 44, FY - 4)], dark(OCHRE3, .1 if e < 0 else .28), 11) for e in (-1, 1)]; c.line([(x - 38, FY - 50), (x + 38, FY - 50)], OCHRE3, 8)
# --- far bench, left: a sewing learner
def bench2(x, y, w, h, d=70, top=OCHRE2, leg=OCHRE3, vise=False, shelf_=True):
    """Heavy workbench; (x, y) middle of its front foot. Returns y of the top's front and back edge."""
    s = c.sh; c.poly([(x - w * .47, y), (x + w * .5, y), (x + w * .5 + 90, y + 26), (x - w * .38, y + 30)], INK, .15)
    c.rect(x - w * .44, y - h + 20, w * .88, h - 46, INK, 0, .22)
    for e in (-1, 1): c.rect(x + e * w * .43 - 24, y - h + 10, 48, h - 10, leg); c.rect(x + e * w * .43 + 6, y - h + 10, 18, h - 10, INK, 0, .16)
    if shelf_: c.rect(x - w * .44, y - h * .30, w * .88, 20, dark(leg, .12)); c.rect(x - w * .44, y - h * .30 + 12, w * .88, 8, INK, 0, .2)
    c.poly([(x - w * .5, y - h), (x + w * .5, y - h), (x + w * .47, y - h - d), (x - w * .47, y - h - d)], mix(top, SNOW, .5)); c.poly([(x + w * .14, y - h), (x + w * .5, y - h), (x + w * .47, y - h - d), (x + w * .2, y - h - d)], INK, .05)
    c.rect(x - w * .5 - 4, y - h, w + 8, 40, top, 5); c.rect(x - w * .5 - 4, y - h + 24, w + 8, 16, INK, 4, .14)
    if vise: q = x - w * .5 + 70; c.rect(q, y - h + 4, 96, 54, mix(top, OCHRE3, .6), 5); c.rect(q + 60, y - h + 4, 36, 54, INK, 4, .14); c.rect(q + 40, y - h + 24, 14, 44, M2, 4); c.line([(q + 14, y - h + 66), (q + 82, y - h + 66)], M3, 9)
    return y - h, y - h - d
def machine(x, y, w, col=INK):
    """Sewing machine, middle of its foot."""
    u = w / 100; c.ell(x + 8 * u, y, 54 * u, 5 * u, INK, .16); c.rect(x - 50 * u, y - 12 * u, 100 * u, 12 * u, OCHRE3, 4)
    d = smooth([(x + 24 * u, y - 12 * u), (x + 22 * u, y - 56 * u), (x + 30 * u, y - 66 * u), (x + 46 * u, y - 62 * u), (x + 48 * u, y - 12 * u)], True, .4); c.path(d, col)
    c.rect(x - 46 * u, y - 66 * u, 84 * u, 20 * u, col, 9 * u); c.rect(x - 46 * u, y - 60 * u, 20 * u, 34 * u, col, 5 * u); c.rect(x - 39 * u, y - 28 * u, 4 * u, 14 * u, M1); c.rect(x - 44 * u, y - 16 * u, 16 * u, 3 * u, M1); c.circle(x + 50 * u, y - 52 * u, 13 * u, M2); c.circle(x + 50 * u, y - 52 * u, 5 * u, INK); c.rect(x - 18 * u, y - 60 * u, 34 * u, 5 * u, GOLD, 2 * u); c.rect(x + 2 * u, y - 78 * u, 10 * u, 13 * u, MADDER, 3)
# ---- back row
y = 1062; h = 520
px, py = seat(430, y - 150, h, 1); a = body(c, px, py, h, face='34r', pose='sit', dress='chuba', col=mix(TEAL, INK, .15), col2=GOLD, shirt=CREAM, hair='braid', skin=2, mood='down', tilt=10, lean=8, shadow=False)
px, py = seat(770, y - 156, h, -1); b = body(c, px, py, h, face='34l', pose='sit', dress='sweater', col=CORAL, col2=CREAM, hair='bob', skin=0, mood='smile', tilt=-10, lean=-4, shadow=False)
t, bk = bench2(600, y, 620, 206, 64, OCHRE2, mix(OCHRE3, INK, .1))
c.path('M%s %s q60 -26 130 -10 q40 30 120 8 l10 60 q-90 26 -150 8 q-50 24 -120 4 Z' % T(470, t - 36), MADDER); c.path('M%s %s q30 40 -6 74 l30 4 q30 -40 0 -80 Z' % T(590, t - 46), INK, .13)
c.path('M%s %s h90 l-10 92 q-40 14 -70 0 Z' % T(520, t + 4), MADDER); c.rect(560, t + 4, 44, 90, INK, 0, .12); c.rect(524, t + 74, 80, 9, GOLD)
machine(640, t - 20, 190)
arm(c, a, h, -1, (512, t - 20), mix(TEAL, INK, .15), 2, 'adult', '34r', 1.1, GOLD); arm(c, a, h, 1, (556, t - 40), mix(TEAL, INK, .15), 2, 'adult', '34r', 1.1, GOLD)
arm(c, b, h, 1, (760, t - 14), CORAL, 0, 'adult', '34l', 1.05); arm(c, b, h, -1, (730, t - 36), CORAL, 0, 'adult', '34l', 1.05)
for i, q in enumerate((GOLD, TEAL, CREAM)): c.rect(806 + i * 4, t - 22 - 18 * i, 84 - 8 * i, 18, q, 4)
for i, q in enumerate((MADDER, GOLD, JUNIPER)): c.rect(356 + i * 26, t - 40, 20, 30, q, 3); c.rect(353 + i * 26, t - 44, 26, 7, OCHRE, 2); c.rect(353 + i * 26, t - 14, 26, 7, OCHRE, 2)
# motor on its stand, right back
def motor(x, y, w):
    u = w / 100; c.ell(x + 10 * u, y, 58 * u, 6 * u, INK, .17)
    for e in (-34, 34): c.line([(x + e * u, y - 46 * u), (x + (e * 1.25) * u, y - 2 * u)], M3, 6 * u)
    c.line([(x - 36 * u, y - 14 * u), (x + 36 * u, y - 14 * u)], M3, 5 * u)
    c.rect(x - 46 * u, y - 92 * u, 84 * u, 48 * u, mix(M3, INK, .3), 5 * u); c.rect(x - 4 * u, y - 92 * u, 42 * u, 48 * u, INK, 5 * u, .14); c.rect(x - 38 * u, y - 112 * u, 64 * u, 22 * u, mix(M2, INK, .1), 4 * u)
    for i in range(4): c.rect(x + (-32 + i * 15) * u, y - 121 * u, 9 * u, 12 * u, MADDER, 2 * u); c.rect(x + (-34 + i * 17) * u, y - 84 * u, 11 * u, 20 * u, M2, 2 * u)
    c.circle(x + 44 * u, y - 66 * u, 17 * u, M2); c.circle(x + 44 * u, y - 66 * u, 10 * u, mix(M3, INK, .4)); c.circle(x + 44 * u, y - 66 * u, 4 * u, GOLD); c.circle(x + 38 * u, y - 98 * u, 9 * u, M1); c.circle(x + 38 * u, y - 98 * u, 4 * u, INK); c.line('M%s %s Q%s %s %s %s' % T(x + 28 * u, y - 98 * u, x + 62 * u, y - 92 * u, x + 58 * u, y - 62 * u), INK, 3 * u)
    c.line('M%s %s q%s %s %s %s' % T(x - 46 * u, y - 80 * u, -16 * u, 8 * u, -12 * u, 34 * u), GOLD, 4 * u)
person(c, 1660, 1104, 560, face='34r', dress='jacket', col=mix(M3, TEAL, .35), col2=mix(M3, INK, .3), shirt=CREAM, trousers=mix(M3, TEAL, .35), hair='short', hat='cap', hatcol=MADDER, skin=1, mood='calm', tilt=9, lean=13, to_r=(1800, 850), arm_l=(24, 66), hold={'r': 'wrench'}, cast=.35)
motor(1850, 1120, 216)
person(c, 2026, 1118, 540, face='34l', dress='jacket', col=OCHRE2, col2=OCHRE3, shirt=TEAL, trousers=mix(INK, TEAL, .2), hair='pony', skin=2, mood='smile', tilt=-9, lean=-6, to_l=(1932, 930), arm_r=(14, -40), cast=.35)
c.rect(1708, 1098, 90, 44, MADDER, 6); c.rect(1708, 1098, 90, 16, MADDER2, 5); c.rect(1740, 1088, 26, 12, INK, 4); c.rect(1762, 1098, 36, 44, INK, 5, .14)
# --- the middle bench: the instructor and the learner with the plane
MY = 1420; MT = MY - 268
ins = body(c, 1010, 1330, 740, face='34r', dress='vest', col=mix(JUNIPER2, INK, .1), shirt=mix(GOLD, CREAM, .25), trousers=INK, hair='short', kind='elder', glasses=True, skin=0, mood='smile', tilt=9, lean=10, shadow=False)
lea = body(c, 1332, 1330, 690, face='34l', dress='jacket', col=TEAL, col2=CREAM, shirt=CREAM, trousers=INK, hair='bob', skin=1, mood='down', tilt=-7, lean=-14, apron=GOLD, shadow=False)
t, bk = bench2(1150, MY, 980, 268, 96, OCHRE2, OCHRE3, vise=True)
# board being planed, plane, curls of shavings
c.poly([(760, t - 18), (1560, t - 18), (1540, t - 66), (784, t - 66)], mix(OCHRE, SNOW, .25)); c.rect(760, t - 18, 800, 22, mix(OCHRE2, SNOW, .05), 3); c.rect(760, t - 6, 800, 10, INK, 2, .12); c.line([(800, t - 40), (1520, t - 42)], OCHRE3, 3, .35); c.line([(820, t - 54), (1300, t - 52)], OCHRE3, 3, .3)
px_, py_ = 1150, t - 46
c.ell(px_ + 12, py_ + 12, 96, 14, INK, .2); c.poly([(px_ - 92, py_ + 8), (px_ + 92, py_ + 8), (px_ + 88, py_ - 30), (px_ - 80, py_ - 30)], OCHRE3); c.poly([(px_ + 10, py_ + 8), (px_ + 92, py_ + 8), (px_ + 88, py_ - 30), (px_ + 20, py_ - 30)], INK, .14); c.poly([(px_ - 10, py_ - 30), (px_ + 14, py_ - 30), (px_ + 36, py_ - 86), (px_ + 16, py_ - 90)], M2); c.path(smooth([(px_ + 56, py_ - 28), (px_ + 58, py_ - 70), (px_ + 80, py_ - 84), (px_ + 90, py_ - 60), (px_ + 84, py_ - 28)], True, .6), MADDER); c.ell(px_ - 62, py_ - 40, 18, 20, MADDER)
for x, y, r in ((px_ - 30, py_ - 46, 17), (px_ - 2, py_ - 58, 13), (930, t - 34, 16), (880, t - 44, 12), (1010, t - 30, 13), (830, t + 2, 14)): c.line('M%s %s a%s %s 0 1 1 %s %s a%s %s 0 1 1 %s %s' % T(x - r, y, r, r, r * 1.6, -r * .8, r * .6, r * .6, -r * .9, r * .7), GOLD if r > 13 else mix(GOLD, CREAM, .4), 7)
arm(c, ins, 740, 1, (px_ - 74, py_ - 44), mix(GOLD, CREAM, .25), 0, 'elder', '34r', 1.0, mix(GOLD, OCHRE3, .4)); arm(c, ins, 740, -1, (912, t - 62), mix(GOLD, CREAM, .25), 0, 'elder', '34r', 1.0, mix(GOLD, OCHRE3, .4))
arm(c, lea, 690, -1, (px_ + 22, py_ - 52), TEAL, 1, 'adult', '34l', 1.08, dark(TEAL, .2), False); arm(c, lea, 690, 1, (px_ + 92, py_ - 62), TEAL, 1, 'adult', '34l', 1.08, dark(TEAL, .2), False)
# things on the bench and under it
c.rect(1450, t - 96, 60, 58, TEAL, 8); c.rect(1482, t - 96, 28, 58, INK, 6, .14); [c.line([(1462 + j * 12, t - 94), (1454 + j * 17, t - 140)], q, 8) for j, q in enumerate((GOLD, MADDER, M2, OCHRE3))]
c.rect(1570, t - 30, 74, 14, M2, 3); c.rect(1570, t - 60, 16, 44, OCHRE3, 3)
q = MY - 268 * .30
for x, w, hh, k in ((830, 120, 74, MADDER), (970, 90, 50, M3), (1080, 150, 34, OCHRE), (1260, 110, 84, JUNIPER), (1390, 84, 46, GOLD)): c.rect(x, q - hh, w, hh, k, 5); c.rect(x + w * .62, q - hh, w * .38, hh, INK, 4, .14); c.rect(x + w * .34, q - hh * .62, w * .3, 10, CREAM, 3)
# --- front right: a learner saws a board on trestles
def trestle(x, y, w, h):
    c.ell(x + 20, y, w * .7, 16, INK, .16)
    for e in (-1, 1): c.line([(x + e * w * .3, y - h), (x + e * w * .5, y - 4)], OCHRE3 if e < 0 else dark(OCHRE3, .2), 20)
    c.line([(x - w * .4, y - h * .34), (x + w * .4, y - h * .34)], dark(OCHRE3, .12), 13); c.rect(x - w * .5, y - h - 12, w, 30, OCHRE3, 5); c.rect(x + w * .1, y - h - 12, w * .4, 30, INK, 4, .14)
y = 1506
p = body(c, 2150, y - 6, 700, face='34l', dress='tracksuit', col=mix(INK, TEAL, .2), col2=MADDER, shirt=SNOW, trousers=mix(INK, TEAL, .2), hair='crop', skin=1, mood='calm', lean=-14, tilt=-3, legs=((-14, -8), (10, 16)), cast=.35)
trestle(1800, y + 10, 150, 250); trestle(2090, y - 10, 150, 236)
c.poly([(1690, y - 252), (2200, y - 252), (2220, y - 284), (1726, y - 284)], mix(OCHRE, SNOW, .3)); c.rect(1690, y - 252, 512, 22, OCHRE2, 3); c.rect(1690, y - 242, 512, 12, INK, 2, .12)
sx = 1936
c.poly([(sx - 10, y - 312), (sx + 40, y - 322), (sx + 8, y - 176), (sx - 6, y - 178)], M1); c.poly([(sx + 14, y - 316), (sx + 40, y - 322), (sx + 8, y - 176)], M2); c.path(smooth([(sx - 18, y - 306), (sx - 20, y - 352), (sx + 14, y - 372), (sx + 52, y - 356), (sx + 46, y - 316)], True, .4), MADDER); c.ell(sx + 16, y - 338, 14, 10, mix(INK, TEAL, .2))
arm(c, p, 700, -1, (sx + 24, y - 350), mix(INK, TEAL, .2), 1, 'adult', '34l', 1.0, SNOW, False); arm(c, p, 700, 1, (sx + 140, y - 276), mix(INK, TEAL, .2), 1, 'adult', '34l', 1.0, SNOW)
for i in range(22): c.ell(1942 + R.gauss(0, 44), y + 6 + R.gauss(0, 9), 8, 3.4, mix(GOLD, CREAM, .3), .9)
# --- front left: a girl carries a finished stool, a boy sweeps
x, y = 470, 1480
person(c, x, y, 690, face='34r', dress='sweater', col=MADDER, col2=CREAM, trousers=mix(INK, M3, .4), hair='braids', skin=0, pose='walk', mood='open', tilt=-5, to_l=(518, 1160), to_r=(612, 1152), apron=mix(CREAM, OCHRE, .3), cast=.35)
sx, sy = 572, 1150
for e in (-1, 1): c.line([(sx + e * 50, sy), (sx + e * 66, sy + 176)], OCHRE3 if e < 0 else dark(OCHRE3, .2), 16)
c.line([(sx - 58, sy + 100), (sx + 58, sy + 100)], dark(OCHRE3, .1), 12); c.rect(sx - 78, sy - 24, 156, 32, GOLD, 14); c.rect(sx + 10, sy - 24, 68, 32, INK, 14, .13)
c.ell(sx - 60, sy + 8, 20, 17, SKINS[0]); c.ell(sx + 40, sy + 10, 20, 17, SKINS[0])
# --- fourth plane: planks and a crate of shavings in the corner
for i, (x0, w, q) in enumerate(((-60, 30, .1), (-14, 26, .3), (30, 34, .0), (82, 24, .22))): c.poly([(x0, 1640), (x0 + w, 1640), (x0 + w + 84, 960 + i * 50), (x0 + 84, 960 + i * 50)], mix(OCHRE2, SNOW, q)); c.poly([(x0 + w * .6, 1640), (x0 + w, 1640), (x0 + w + 84, 960 + i * 50), (x0 + w * .6 + 84, 960 + i * 50)], INK, .13)
c.rect(-10, 1286, 206, 24, M3, 4); c.rect(-10, 1300, 206, 10, INK, 3, .2); c.rect(176, 1180, 26, 430, M3, 4); c.rect(190, 1180, 12, 430, INK, 3, .18)
pot(c, 2372, 1690, 440, CORAL, 'tall')
c.save(__file__)
