"""News conference in the morning, seen from the seats: four people at a long table, cameras left and right, a hand goes up."""
from extra_rooms import *

c = Canvas(2400, 1600, time='morning', sun='left', seed=17)
R = c.R; FY = 900
WALL = '#EADFC6'
c.rect(0, 0, 2400, FY, WALL); c.rect(0, FY - 22, 2400, 22, dark(OCHRE3, .2))
c.rect(0, FY, 2400, 700, c.grad((0, mix(M3, OCHRE3, .35)), (1, mix(M3, INK, .25))))           # carpet
for t in (.12, .3, .56): c.line([(0, FY + 700 * t), (2400, FY + 700 * t)], INK, 4, .07)
# --- ceiling with a row of soft lights
c.poly([(0, 0), (2400, 0), (2400, 70), (0, 70)], mix(CREAM, M1, .22)); c.rect(0, 70, 2400, 10, GOLD); c.rect(0, 80, 2400, 22, INK, 0, .12)
for x in (300, 750, 1200, 1650, 2100): c.poly([(x - 120, 18), (x + 120, 18), (x + 140, 54), (x - 140, 54)], SNOW)
# --- curtain over the middle
X0, X1, Y0 = 470, 1930, 102
base = mix(TEAL, INK, .12); n = 44; w = (X1 - X0) / n
for i in range(n):
    x = X0 + i * w; k = (0, .10, .20, .08)[i % 4]; c.path('M%s %s H%s L%s %s Q%s %s %s %s Z' % T(x, Y0, x + w + 1, x + w + 1, FY - 26, x + w * .5, FY - 8 + (i % 2) * 6, x, FY - 26), mix(base, (SNOW, INK)[k > .09], (.07, .10, .20, .0)[i % 4]))
c.rect(X0 - 20, Y0, X1 - X0 + 40, 26, GOLD, 4); c.rect(X0 - 20, Y0 + 26, X1 - X0 + 40, 34, INK, 0, .16)
for i in range(23): x = X0 + i * (X1 - X0) / 23; v = (X1 - X0) / 23; c.path('M%s %s h%s v26 q%s 40 %s 0 Z' % T(x, Y0 + 22, v, -v / 2, -v), (mix(TEAL, SNOW, .12), TEAL)[i % 2])
c.poly([(X0, Y0 + 60), (X0 + 520, Y0 + 60), (X0 + 200, FY - 20), (X0, FY - 20)], SNOW, .06); c.poly([(X1 - 360, Y0 + 60), (X1, Y0 + 60), (X1, FY - 20), (X1 - 560, FY - 20)], INK, .09)
# --- windows on both sides of it
view_window(c, 96, 230, 280, 430, seed=31, panes=2, sun=(.052, .2), r=.16, bar=18, hz=.66, pan=(2208, 0)); view_window(c, 2024, 230, 280, 430, seed=31, panes=2, sun=(.052, .2), bar=18, hz=.66, pan=(2208, 1928))
c.poly([(70, FY), (230, FY), (640, 1420), (300, 1420)], '#FCEFCF', .13); c.poly([(250, FY), (400, FY), (1010, 1420), (700, 1420)], '#FCEFCF', .13)
# --- plants
def bigplant(x, y, h, col=CREAM):
    pot(c, x, y, h, col, 'tall')
bigplant(520, FY + 22, 330); bigplant(1890, FY + 22, 350); pot(c, 640, FY + 26, 170, CREAM, 'flower'); pot(c, 1772, FY + 26, 176, CREAM, 'flower')
# --- platform and the long table
c.poly([(560, FY + 10), (1840, FY + 10), (1960, FY + 104), (440, FY + 104)], mix(OCHRE2, SNOW, .18)); c.rect(440, FY + 104, 1520, 36, OCHRE3); c.rect(440, FY + 104, 1520, 8, GOLD2); c.poly([(440, FY + 140), (1960, FY + 140), (2010, FY + 160), (470, FY + 160)], INK, .2)
TY = FY + 70; TT = 748; HS = 610                          # table's foot, top's front edge, speakers' height
SP = [dict(x=770, face='34r', dress='suit', col=mix(INK, TEAL, .2), col2=TEAL, shirt=SNOW, hair='crop', skin=1, mood='smile', tilt=6, glasses=True, tl=(-66, 6), tr=(60, 14)),
      dict(x=1042, face='front', dress='chuba', col=MADDER, col2=GOLD, shirt=CREAM, hair='bun', skin=0, mood='open', tilt=-4, tl=(-84, 10), tr=(92, -112)),
      dict(x=1330, face='front', dress='doctor', col=SNOW, shirt=SKY, hair='bob', skin=2, mood='smile', tilt=-9, tl=(-60, 16), tr=(66, 14)),
      dict(x=1612, face='34l', dress='chuba', col=mix(JUNIPER2, INK, .2), col2=GOLD, shirt=CREAM, hair='short', kind='elder', skin=1, mood='smile', tilt=-5, tl=(-66, 10), tr=(54, 18))]
for p in SP:                                               # chairs, bodies
    x = p['x']; c.rect(x - 92, TT - 210, 184, 230, mix(MADDER2, INK, .2), 26); c.rect(x + 20, TT - 210, 72, 230, INK, 26, .14)
kb = c.clip('M0 0 H2400 V%d H0 Z' % (TT + 120)); c.o.append('<g clip-path="url(#%s)">' % kb)
for p in SP:
    q = dict(p); x = q.pop('x'); q.pop('tl'); tr = q.pop('tr'); up = tr[1] < -50
    px, py = seat(x, TT + 62, HS, 0 if q['face'] == 'front' else (1 if q['face'] == '34r' else -1), q.get('kind', 'adult')); p['r'] = body(c, px if q['face'] == 'front' else x, py, HS, pose='sit', shadow=False, cast=0, **q)
c.o.append('</g>')
# table: cloth with a runner
c.poly([(600, TT - 44), (1800, TT - 44), (1860, TT), (540, TT)], mix(CREAM, SNOW, .4)); c.poly([(1330, TT - 44), (1800, TT - 44), (1860, TT), (1330, TT)], INK, .05)
d = 'M540 %d H1860 V%d H540 Z' % (TT, TY); k = c.clip(d); c.path(d, mix(M3, INK, .12))
for i in range(27): x = 556 + i * 50 + R.uniform(-8, 8); c.path('M%s %s q10 90 -4 %s h20 q8 -120 -4 -%s Z' % T(x, TT, TY - TT, TY - TT), INK, .10 if i % 3 else .17, k)
for i in range(9): x = 580 + i * 150; c.path('M%s %s q8 90 0 %s h14 q4 -120 0 -%s Z' % T(x, TT, TY - TT, TY - TT), SNOW, .08, k)
c.rect(540, TT, 1320, 20, mix(CREAM, SNOW, .4)); c.rect(540, TT + 20, 1320, 22, GOLD, clip=k); c.rect(540, TT + 42, 1320, 10, INK, 0, .16, k); c.rect(540, TY - 30, 1320, 10, GOLD, 0, .8, k)
# what stands on it
def mic(x, y, lean=0):
    c.ell(x + 4, y + 2, 26, 7, INK, .3); c.rect(x - 22, y - 10, 44, 11, INK, 5); c.line('M%s %s q%s -40 %s -70' % T(x, y - 8, lean * .2, lean), INK, 6); c.ell(x + lean, y - 84, 12, 17, M3); c.rect(x + lean - 12, y - 80, 24, 6, GOLD, 3)
for p in SP:
    x = p['x']; kd = p.get('kind', 'adult'); cf = {'chuba': GOLD, 'suit': SNOW}.get(p['dress'])
    c.poly([(x - 62, TT - 30), (x + 46, TT - 32), (x + 58, TT - 8), (x - 64, TT - 6)], SNOW); [c.line([(x - 44, TT - 24 + j * 7), (x + (34 if j else 10), TT - 25 + j * 7)], INK, 3, .25) for j in range(2)]
    a = p['tl']; arm(c, p['r'], HS, -1, (x + a[0], TT - 24 + a[1]), p['col'], p['skin'], kd, p['face'], 1.1, cf, out=True)
    if p['tr'][1] > -50: a = p['tr']; arm(c, p['r'], HS, 1, (x + a[0], TT - 24 + a[1]), p['col'], p['skin'], kd, p['face'], 1.1, cf, out=True)
    else: arm(c, p['r'], HS, 1, (x + p['tr'][0], TT - 24 + p['tr'][1]), p['col'], p['skin'], kd, p['face'], 1.1, cf, False, out=True)
    mic(x + (96 if p['face'] != '34l' else -96), TT - 8, -26 if p['face'] != '34l' else 26)
    q = x + (-112 if p['face'] != '34l' else 112); prop(c, 'cup', q, TT - 26, 480)
c.ell(1204, TT - 8, 40, 9, INK, .2); [c.line([(1196, TT - 50), (1196 + d, TT - 106 - e)], JUNIPER2, 6) for d, e in ((-34, 0), (0, 22), (32, 4), (-16, 14), (18, 16))]; [flower(c, 1196 + d, TT - 108 - e, 17, q) for d, e, q in ((-36, 0, GOLD), (0, 24, MADDER), (34, 4, CREAM), (-18, 16, CORAL), (18, 18, GOLD))]; [leaf(c, 1196, TT - 44, 52, a, JUNIPER) for a in (-58, 58)]; c.path('M%s %s h56 l-9 46 h-38 Z' % T(1168, TT - 54), CREAM); c.path('M%s %s h28 l-9 46 h-19 Z' % T(1196, TT - 54), INK, .13)
# the low bank of flowers before the platform
for i in range(13): x = 640 + i * 95; shrub(c, x, FY + 150, .42, (JUNIPER, JUNIPER2, JUNIPER)[i % 3], (MADDER, GOLD, CREAM), 6, cast=False)
c.rect(590, FY + 142, 1250, 34, OCHRE3, 6); c.rect(590, FY + 160, 1250, 16, INK, 6, .16)
# --- cameras on tripods
def tripod(x, y, h, m, col=INK):
    top = y - h * .66
    for e, s_ in ((-.24, .0), (.26, .1), (.03, .2)): c.line([(x, top + 20), (x + e * h, y - abs(s_) * 40)], mix(INK, M3, .25 + s_), 13)
    c.line([(x - .1 * h, y - .26 * h), (x + .12 * h, y - .28 * h)], mix(INK, M3, .4), 7); c.ell(x + 30, y, h * .3, h * .025, INK, .22); c.rect(x - 16, top - 6, 32, 34, M3, 6)
    with c.g('translate(%s %s) rotate(%s) scale(%d 1)' % (n1(x), n1(top), -4 * m, m)):
        c.rect(-78, -82, 150, 82, INK, 12); c.rect(-78, -34, 150, 34, INK, 12, .3); c.rect(-78, -82, 150, 20, mix(INK, M2, .4), 10); c.rect(70, -66, 58, 46, mix(INK, M3, .35), 6); c.rect(122, -74, 24, 62, mix(INK, M3, .15), 5); c.rect(140, -64, 8, 42, SKY, 3)
        c.line('M-40 -82 q10 -30 60 -28 q30 2 36 26', mix(INK, M2, .3), 12); c.rect(-116, -70, 42, 40, mix(INK, M3, .3), 6); c.circle(-50, -50, 8, MADDER); c.rect(-20, -62, 60, 8, GOLD, 3)
tripod(360, 1190, 560, 1); tripod(2060, 1180, 560, -1)
person(c, 212, 1236, 620, face='34r', dress='jacket', col=OCHRE3, col2=CREAM, shirt=TEAL, trousers=INK, hair='short', hat='cap', hatcol=JUNIPER2, skin=2, mood='calm', tilt=6, to_r=(276, 796), arm_l=(-16, 40), cast=.3)
person(c, 2206, 1226, 610, face='34l', dress='vest', col=mix(M2, INK, .3), shirt=mix(GOLD, CREAM, .25), trousers=mix(INK, OCHRE3, .3), hair='pony', skin=0, mood='calm', tilt=-7, to_l=(2146, 802), arm_r=(10, -30), cast=.3)
# --- the listeners, from behind: two rows
def sitter(x, y, h, col, dress, hair, skin, tilt=0, hat=None, hatcol=MADDER, chair=None, arm=None, **o):
    px, py = seat(x, y, h, 0); r = person(c, px, py, h, face='back', pose='sit', dress=dress, col=col, hair=hair, skin=skin, tilt=tilt, hat=hat, hatcol=hatcol, shadow=False, **({'arms': 'hold'} if not arm else arm), **o)
    w = h * .26; q = y - h * .20; cc = chair or mix(MADDER2, INK, .35); c.rect(x - w / 2, q, w, h * .8, cc, h * .05); c.rect(x + w * .1, q, w * .4, h * .8, INK, h * .05, .16); c.line('M%s %s q%s -8 %s 0' % T(x - w * .4, q + h * .035, w * .4, w * .8), SNOW, 4, .22); return r
y = 1362; h = 700
for a in (dict(x=560, col=JUNIPER, dress='sweater', hair='short', skin=0, tilt=5, col2=CREAM), dict(x=786, col=mix(MADDER2, INK, .1), dress='chuba', hair='braids', skin=1, tilt=-4, col2=GOLD), dict(x=1012, col=M3, dress='jacket', hair='bob', skin=2, tilt=9),
          dict(x=1462, col=OCHRE2, dress='down', hair='pony', skin=0, tilt=-6), dict(x=1690, col=mix(INK, TEAL, .3), dress='suit', hair='crop', skin=1, tilt=3), dict(x=1908, col=CORAL, dress='sweater', hair='bun', skin=2, tilt=-9, col2=CREAM)):
    x = a.pop('x'); sitter(x, y + (abs(x - 1220) * .03), h, **a)
sitter(1236, y + 4, h, GOLD, 'sweater', 'short', 1, tilt=-3, col2=MADDER, arm=dict(arm_r=(158, 176), arm_l=(-16, 58)))
y = 1640; h = 900
for a in (dict(x=330, col=mix(INK, TEAL, .35), dress='chuba', hair='bun', skin=2, tilt=6, col2=GOLD), dict(x=680, col=mix(M3, SKY, .25), dress='jacket', hair='short', skin=1, tilt=-5, hat='felt', hatcol=OCHRE3),
          dict(x=1440, col=MADDER, dress='down', hair='long', skin=0, tilt=5), dict(x=1790, col=JUNIPER2, dress='jacket', hair='short', skin=2, tilt=-6), dict(x=2130, col=mix(OCHRE, OCHRE3, .5), dress='sweater', hair='braid', skin=1, tilt=4, col2=TEAL)):
    x = a.pop('x'); sitter(x, y, h, **a)
# one of them holds up a telephone to take a picture
sitter(1064, y + 10, h, mix(SNOW, SKY, .3), 'sweater', 'crop', 2, tilt=-4, col2=TEAL, arm=dict(to_l=(1010, 1150), to_r=(1118, 1150)))
for e in (0, 1): c.rect(1004 - e * 0, 1092, 120, 76, INK, 12)
c.rect(1014, 1101, 100, 58, SKY, 5); c.rect(1014, 1101, 100, 24, TEAL, 4); c.rect(1014, 1136, 100, 23, M3, 3); [c.circle(1030 + j * 22, 1130, 8, q) for j, q in enumerate((INK, MADDER, SNOW, JUNIPER2))]; c.circle(1006, 1158, 20, SKINS[2]); c.circle(1122, 1158, 20, SKINS[2])
c.save(__file__)
