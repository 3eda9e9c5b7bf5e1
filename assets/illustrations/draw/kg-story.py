"""Story time in the kindergarten: late sun, a half circle of children, a picture book held up for all to see."""
from extra_gather import *

c = Canvas(2400, 1800, time='afternoon', sun='right', seed=44)
FY = 1060; R = c.R
WALL = '#EAD6AE'
room(c, FY, wall_col=WALL, floor_col=OCHRE2)
# --- window with the late sun
WX, WY, WW, WH = 1570, 330, 600, 470
for r, o in ((620, .10), (480, .12)): c.circle(WX + WW / 2, WY + WH / 2, r, '#FBE9C0', o, clip=c.clip('M0 144 H2400 V%d H0 Z' % FY))
sunny_window(c, WX, WY, WW, WH, seed=9, at=(.74, .26))
pot(c, 1660, 820, 130, plant='flower'); pot(c, 2105, 822, 150, TEAL, 'leaf')
for i, q in enumerate((GOLD, TEAL)): c.rect(1880 + i * 8, 798 - 19 * i, 110 - 14 * i, 19, q, 3)
# --- coats on their pegs, boots under the bench
c.rect(120, 452, 590, 34, OCHRE3, 5); c.rect(120, 474, 590, 12, INK, 4, .2); c.rect(112, 486, 590, 16, INK, 0, .08)
def coat(x, y, w, h, col, trim, hood=False, hat=None):
    c.path(smooth([(x - w * .62 - 10, y + h * .95), (x - w * .5 - 10, y + h * .2), (x - 10, y), (x + w * .5 - 10, y + h * .2), (x + w * .6 - 10, y + h)], True, .6), INK, .10)
    for e in (-1, 1): c.path(smooth([(x + e * w * .26, y + h * .14), (x + e * w * .58, y + h * .4), (x + e * w * .64, y + h * .74), (x + e * w * .44, y + h * .76), (x + e * w * .3, y + h * .5)], True, .6), dark(col, .14 if e < 0 else .05)); c.line([(x + e * w * .66, y + h * .74), (x + e * w * .43, y + h * .76)], trim, 10, cap='butt')
    d = smooth([(x - w * .2, y + 4), (x - w * .42, y + h * .14), (x - w * .42, y + h * .5), (x - w * .5, y + h), (x, y + h * 1.02), (x + w * .5, y + h), (x + w * .42, y + h * .5), (x + w * .42, y + h * .14), (x + w * .2, y + 4)], True, .45)
    c.shaded(d, col, pts([(x - w * .1, y - 9), (x - w * .2, y + h * 1.1), (x - w, y + h * 1.1), (x - w, y)]), .13); k = c.clip(d)
    c.rect(x - w, y + h * .9, w * 2, h * .2, trim, 0, 1, k); c.line([(x, y + h * .1), (x, y + h * .9)], trim, 5)
    for t in (.3, .5, .7): c.circle(x + 10, y + h * t, 5, CREAM)
    if hood: c.ell(x, y + h * .07, w * .3, h * .1, dark(col, .2)); c.ell(x, y + h * .06, w * .2, h * .06, trim)
    if hat:
        c.path('M%s %s C%s %s %s %s %s %s Z' % T(x - 46, y + 6, x - 50, y - 62, x + 50, y - 62, x + 46, y + 6), hat); c.rect(x - 50, y - 6, 100, 20, dark(hat, .18), 8); c.circle(x, y - 50, 14, CREAM)
for x in (180, 300, 420, 545, 650): c.rect(x - 6, 466, 12, 40, GOLD, 6); c.circle(x, 510, 9, GOLD2)
coat(180, 514, 118, 190, CORAL, CREAM, True); coat(420, 514, 124, 214, TEAL, GOLD, hat=MADDER); coat(545, 514, 110, 176, JUNIPER, OCHRE, True)
c.line('M290 506 q-20 20 -12 40 M312 506 q20 24 10 44', MADDER2, 8); c.rect(248, 542, 106, 112, GOLD, 22); c.rect(248, 542, 46, 112, INK, 20, .12); c.rect(262, 590, 78, 46, GOLD2, 10); c.circle(301, 612, 9, CREAM)
c.line([(650, 510), (646, 640)], MADDER, 26); c.line([(650, 510), (662, 616)], dark(MADDER, .14), 24, cap='butt'); c.rect(633, 612, 27, 16, GOLD); c.rect(648, 590, 27, 16, GOLD)
bench(c, 395, 985, 520, 130, OCHRE2)
for x, q in ((220, TEAL), (268, TEAL), (352, MADDER), (398, MADDER), (500, JUNIPER2), (546, JUNIPER2)):
    c.path(smooth([(x - 17, 982), (x - 17, 916), (x + 15, 916), (x + 16, 952), (x + 34, 968), (x + 34, 982)], True, .35), q); c.rect(x - 18, 912, 34, 12, CREAM, 4); c.rect(x - 17, 924, 12, 58, INK, 0, .14)
toy_yak(c, 560, 858, 120, -1, OCHRE3)
# --- drawings by small hands, clipped on a string
P = [(770, 262), (960, 300), (1150, 306), (1340, 296), (1480, 268)]; c.line(smooth(P), OCHRE3, 4)
def sheet(x, y, w, h, k, rot):
    with c.g('rotate(%d %d %d)' % (rot, x, y)):
        c.rect(x - w / 2 - 9, y + 8, w, h, INK, 2, .11); c.rect(x - w / 2, y, w, h, SNOW, 2); a, b = x - w / 2 + 10, y + 14; i, j = w - 20, h - 26; kk = c.clip('M%s %s h%s v%s h%s Z' % T(a, b, i, j, -i)); c.rect(a, b, i, j, ('#CFE3E2', '#FBE9C0', '#F3D9C4', '#DDE7D2')[k])
        if k == 0: c.circle(a + i * .75, b + j * .28, 17, GOLD, 1, kk); c.poly([(a - 9, b + j + 9), (a + i * .32, b + j * .3), (a + i * .62, b + j + 9)], M2, 1, kk); c.poly([(a + i * .3, b + j + 9), (a + i * .68, b + j * .5), (a + i + 19, b + j + 9)], M3, 1, kk)
        elif k == 1: c.rect(a + i * .22, b + j * .48, i * .56, j * .6, CORAL, 0, 1, kk); c.poly([(a + i * .12, b + j * .5), (a + i * .5, b + j * .16), (a + i * .88, b + j * .5)], TEAL, 1, kk); c.rect(a + i * .42, b + j * .66, i * .18, j * .4, CREAM, 0, 1, kk)
        elif k == 2: c.ell(x, b + j * .62, i * .28, j * .24, INK, .85, clip=kk); c.circle(x - i * .26, b + j * .46, i * .14, INK, .85, kk); [c.rect(x + e * i * .16 - 5, b + j * .7, 11, j * .3, INK, 0, .85, kk) for e in (-1, 1)]; c.line('M%s %s q-9 -12 -2 -24 M%s %s q9 -10 4 -24' % T(x - i * .32, b + j * .36, x - i * .2, b + j * .34), OCHRE3, 6, clip=kk)
        else: [flower(c, a + i * (.24 + .26 * q), b + j * (.34 + .14 * (q % 2)), 15, (MADDER, GOLD, CORAL)[q]) for q in range(3)]; [c.line([(a + i * (.24 + .26 * q), b + j * (.52 + .12 * (q % 2))), (a + i * (.24 + .26 * q), b + j)], JUNIPER, 5, clip=kk) for q in range(3)]
        c.rect(x - 7, y - 12, 14, 30, (MADDER, TEAL, GOLD, JUNIPER)[k], 4)
sheet(838, 280, 132, 112, 1, 3); sheet(1010, 304, 116, 140, 3, -2); sheet(1190, 306, 146, 118, 0, 1); sheet(1368, 292, 124, 128, 2, -3)
# --- low shelf with toys behind the teacher
shelf(c, 860, FY + 4, 640, 286, 2, seed=5)
rings(c, 930, FY - 288, 108); drum(c, 1400, FY - 288, 110)
for x, q, f in ((1250, TEAL, 'dot'), (1312, MADDER, 'tri')): block(c, x, FY - 288, 56, q, face=f)
block(c, 1282, FY - 354, 52, GOLD, face='bar')
pot(c, 1560, FY + 16, 250, TEAL, 'tall')
basket(c, 1740, FY + 34, 170, OCHRE, (MADDER, TEAL, GOLD)); block(c, 1930, FY + 30, 78, JUNIPER, face='sq'); block(c, 2014, FY + 34, 78, GOLD, face='tri'); block(c, 1972, FY - 54, 74, CORAL, face='dot'); roof_block(c, 1972, FY - 146, 80, 54, TEAL)
pot(c, 2310, FY + 60, 430, CORAL, 'tall')
# paper lanterns and birds under the beam
for x, L, r, q in ((330, 120, 52, MADDER), (520, 54, 40, GOLD), (2312, 96, 44, GOLD)):
    y = 144 + L + r; c.line([(x, 144), (x, y - r)], INK, 3, .5); d = smooth([(x - r, y), (x - r * .6, y - r * .86), (x + r * .6, y - r * .86), (x + r, y), (x + r * .6, y + r * .86), (x - r * .6, y + r * .86)], True, .9); c.path(d, q); k = c.clip(d)
    for i in (-.55, 0, .55): c.line('M%s %s q%s %s 0 %s' % T(x + i * r * .7, y - r, i * r * .8, r, r * 2), CREAM, 4, .35, clip=k)
    c.rect(x - r, y - r, r * .8, r * 2, INK, 0, .12, k); c.rect(x - r * .4, y - r * .98, r * .8, 11, dark(q, .3), 3); c.rect(x - r * .4, y + r * .82, r * .8, 11, dark(q, .3), 3); [c.line([(x + i * 9, y + r + 2), (x + i * 12, y + r + 38)], dark(q, .12), 4) for i in (-1, 0, 1)]
# --- rug and the sun on the floor
rug(c, 1110, 1462, 900, 296, (mix(TEAL, INK, .1), GOLD, MADDER2, CREAM))
def pane(x0, x1, t0=.0, t1=1.):
    d = lambda x, t: (x - 660 * t + (x - 1870) * .42 * t, FY + 8 + 700 * t)
    c.poly([d(x0, t0), d(x1, t0), d(x1, t1), d(x0, t1)], '#FCE6AE', .34)
pane(1580, 1850, .03, .44); pane(1890, 2160, .03, .44); pane(1580, 1850, .50, .93); pane(1890, 2160, .50, .93)
# slanting beams from the panes
for a, b in ((1580, 1850), (1890, 2160)): c.poly([(a, WY), (b, WY), (b - 300, 1372), (a - 420, 1372)], '#FDEFC8', .07)
# --- the teacher on a low stool
c.ell(1170, 1340, 190, 24, INK, .16)
for e in (-1, 1): c.line([(1206 + e * 78, 1180), (1206 + e * 96, 1330)], OCHRE3, 24)
c.rect(1096, 1160, 220, 34, GOLD, 14); c.rect(1096, 1160, 90, 34, INK, 14, .12)
picturebook(c, 868, 868, 470, -5)
t = person(c, 1150, 1338, 800, face='34l', pose='sit', dress='chuba', col=mix(MADDER2, INK, .12), col2=GOLD, shirt=CREAM, hair='braid', skin=2, mood='open', tilt=-7, lean=-3, shadow=False, to_l=(956, 1004), to_r=(1078, 902))
hx, hy = t['hand_r']; c.line([(hx - 4, hy - 2), (hx - 30, hy - 10)], SKINS[2], 12)     # pointing finger
# striped apron over the knees, folds of the skirt
A = [(1002, 1078), (1096, 1066), (1086, 1292), (978, 1300)]; k = c.clip(smooth([(1002, 1078), (1050, 1064), (1096, 1066), (1104, 1100), (1088, 1292), (1030, 1306), (974, 1296), (980, 1180)], True, .4))
for i in range(13):
    for q in range(3):
        y0 = 1060 + 19 * i; x0 = 966 + 48 * q; c.rect(x0, y0, 49, 20, (MADDER, GOLD, TEAL, CREAM, JUNIPER, GOLD, CORAL, SKY, GOLD, JUNIPER, CREAM, TEAL)[(i + q * 5) % 12], 0, 1, k)
c.rect(960, 1050, 46, 270, INK, 0, .14, k)
for d in ('M1140 1120 Q1150 1200 1124 1270', 'M1196 1130 Q1196 1180 1170 1226'): c.line(d, INK, 6, .14)
# --- the half circle
def sit(x, y, h, cc=None, w=.58, dx=0, **o):
    if cc: floor_cushion(c, x + dx, y - h * .012, h * w, cc)
    a = dict(kind='child', cast=0, pose='cross'); a.update(o); return person(c, x, y, h, **a)
sit(1490, 1318, 430, CORAL, kind='small', face='34l', pose='kneel', dress='sweater', col=TEAL, col2=CREAM, hair='crop', skin=1, arms='lap', mood='open', tilt=-9, lean=-8)
sit(560, 1366, 496, GOLD, face='34r', dress='chuba', hem=1., col=JUNIPER, col2=GOLD, off='l', hair='short', skin=1, arms='lap', tilt=6)
sit(1760, 1382, 510, MADDER, face='34l', dress='down', col=CORAL, col2=GOLD, hair='bob', skin=0, arms='lap', tilt=-4)
toy_yak(c, 1690, 1392, 150, -1, OCHRE2)
sit(282, 1556, 530, GOLD, dx=16, face='right', pose='kneel', dress='dress', col=M3, col2=GOLD, shirt=CREAM, hair='pigtails', skin=2, mood='open', arm_l=(30, 52), arm_r=(106, 118), lean=6, tilt=-10)
sit(1960, 1570, 530, TEAL, dx=-8, face='34l', dress='tracksuit', col=INK, col2=MADDER, shirt=SNOW, hair='short', skin=2, arms='knees', tilt=-6, mood='calm')
sit(612, 1700, 540, MADDER, face='back', dress='sweater', col=GOLD, col2=MADDER, hair='braids', skin=0, arms='lap', tilt=10, lean=11)
sit(806, 1714, 500, TEAL, face='back', dress='tracksuit', col=TEAL, col2=INK, shirt=SNOW, hair='crop', skin=1, arms='lap', tilt=-10, lean=-6)
sit(1290, 1712, 450, GOLD, kind='small', face='back', dress='dress', col=CORAL, col2=CREAM, shirt=CREAM, hair='pigtails', skin=2, arms='lap', tilt=-5)
sit(1566, 1700, 540, JUNIPER, face='back', dress='chuba', hem=1., col=mix(INK, TEAL, .3), col2=GOLD, hair='pony', skin=0, arms='lap', tilt=-9)
# --- in front: toys left where they were dropped, leaves at the edge
toy_cart(c, 300, 1742, 210, TEAL, (MADDER, GOLD, JUNIPER), -1)
block(c, 1044, 1762, 70, MADDER, face='tri'); c.ell(1160, 1760, 40, 8, INK, .15); prop(c, 'ball', 1150, 1728, 660, col=TEAL)
for sx, q in ((-1, ((-26, 420), (62, 300), (-2, 560), (40, 420), (18, 520))), (1, ((24, 400), (-60, 320), (2, 540), (-40, 430), (-19, 500)))):
    for i, (a, L) in enumerate(q):
        x, y = (-46, 1850) if sx < 0 else (2446, 1860); leaf(c, x, y, L, a, (JUNIPER2, LEAF, JUNIPER, mix(JUNIPER, LEAF, .5), JUNIPER2)[i]); e = pol(x, y, a + 180, L * .86); c.line([pol(x, y, a + 180, L * .3), e], SNOW, 4, .22)
# the last beam lies over the children on the right
c.poly([(1960, 1066), (2120, 1066), (1690, 1740), (1430, 1740)], '#FCE6AE', .07)
c.save(__file__)
