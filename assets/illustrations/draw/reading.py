"""Reading corner in late morning light: children and a teacher on a rug before a window with mountains."""
from kit import *

c = Canvas(1600, 2400, time='morning', sun='left', seed=31)
FY = 1440
room(c, FY, wall_col='#EBDDBF', floor_col=OCHRE2)
# --- window: the brightest place in the picture
room_window(c, 230, 400, 760, 620, seed=12)
pot(c, 310, 1032, 150, plant='flower'); pot(c, 910, 1032, 170, CORAL, 'leaf'); prop(c, 'globe', 780, 1024, 560)
for i, q in enumerate((TEAL, GOLD, MADDER)): c.rect(432 - i * 4, 1014 - 18 * i, 120 - 10 * i, 18, q, 3)
bunting(c, -20, 190, 1620, 170, 62, 27, size=44)
# children's drawings pinned to the wall
for x, y, w, h, k in ((1150, 330, 150, 118, 0), (1340, 316, 120, 150, 1)):
    c.rect(x + 7, y + 9, w, h, INK, 2, .13); c.rect(x, y, w, h, SNOW, 2); c.circle(x + w / 2, y + 9, 7, MADDER)
    if k == 0: c.rect(x + 12, y + 20, w - 24, h - 32, SKY, 0, .6); c.poly([(x + 12, y + h - 12), (x + 50, y + 46), (x + 76, y + 82), (x + 100, y + 56), (x + w - 12, y + h - 12)], M2); c.circle(x + w - 36, y + 40, 12, GOLD)
    else: flower(c, x + w / 2, y + 60, 26, MADDER); c.line([(x + w / 2, y + 88), (x + w / 2, y + h - 14)], JUNIPER, 6); leaf(c, x + w / 2, y + h - 24, 38, 55, JUNIPER); leaf(c, x + w / 2, y + h - 24, 38, -55, JUNIPER)
# --- shelves: a tall one and a low one
shelf(c, 1120, FY + 6, 410, 850, 4, seed=3)
shelf(c, 110, FY + 12, 930, 310, 2, seed=6)
pot(c, 200, FY - 304, 170, TEAL, 'tall'); prop(c, 'box', 930, FY - 346, 700, col=GOLD)
for i, q in enumerate((MADDER, CREAM, TEAL)): c.rect(640 + i * 6, FY - 322 - 20 * i, 150 - 12 * i, 20, q, 3)
lampx = 1330
# --- rug, and the light that falls through the window over it
rug(c, 800, 1915, 730, 300)
def light_pane(x0, x1):
    d = lambda x, t: (x + 470 * t + (x - 610) * .34 * t, FY + 16 + 760 * t)
    c.poly([d(x0, 0), d(x1, 0), d(x1, 1), d(x0, 1)], SNOW, .13)
light_pane(250, 585); light_pane(635, 970)
# --- people
T = person(c, 800, 1840, 760, pose='cross', dress='chuba', col=mix(INK, TEAL, .25), col2=GOLD, hair='bun', skin=0, mood='open', tilt=-5, cast=0, to_l=(722, 1668), to_r=(876, 1668), hold={'both': 'book'}, holdcol=MADDER)
person(c, 430, 1830, 500, kind='child', face='34r', pose='cross', dress='sweater', col=GOLD, col2=MADDER, hair='bob', skin=2, cast=0, tilt=8, lean=7, arm_l=(-6, 50), to_r=(640, 1668))
person(c, 1165, 1840, 500, kind='child', face='34l', pose='kneel', dress='tracksuit', col=TEAL, col2=INK, shirt=SNOW, hair='short', skin=1, arms='knees', cast=0, mood='open', tilt=-5)
person(c, 350, 2110, 530, kind='child', face='right', pose='floor', dress='dress', col=M3, col2=GOLD, hair='braids', skin=0, mood='down', arms='book', hold={'both': 'book'}, holdcol=TEAL, cast=0, tilt=6)
person(c, 1270, 2150, 530, kind='child', face='34l', pose='cross', dress='chuba', hem=1., col=JUNIPER, col2=GOLD, off='r', hair='crop', skin=1, mood='down', arms='book', hold={'both': 'book'}, holdcol=GOLD, cast=0, tilt=-6)
person(c, 800, 2210, 460, kind='small', face='back', pose='cross', dress='sweater', col=CORAL, col2=CREAM, hair='pigtails', skin=2, arms='lap', cast=0, tilt=4)
# --- in front: a cushion, a pile of books, a tall plant at the edge
cushion(c, 440, 2310, 330, 120, GOLD)
for i, q in enumerate((TEAL, MADDER, CREAM, JUNIPER)):
    x = 1180 + (i * 9 if i % 2 else -i * 4); w = 230 - 14 * i; y = 2290 - 32 * i; c.ell(x + w / 2 + 20, y + 34, w * .55, 10, INK, .14) if i == 0 else None
    c.rect(x, y, w, 32, q, 4); c.rect(x + 12, y + 6, w - 12, 20, SNOW, 0, .9); c.rect(x, y + 2, w * .14, 28, q, 4); c.rect(x + w * .66, y, w * .34, 32, INK, 4, .12)
pot(c, 20, 2470, 560, TEAL, 'tall')
c.save(__file__)
