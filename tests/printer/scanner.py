"""Pages as a scanner or a telephone sees them: pixels, askew, upside down, faint, with specks, a seal over the signature."""

import io
import math
import random

import numpy
import pypdfium2
from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

WHITE = (255, 255, 255)


def pages(pdf: bytes, *, dpi: int = 200) -> list[Image.Image]:
    """Every page of a PDF as it would lie on the glass."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document]


def speckled(page: Image.Image, seed: int = 1) -> Image.Image:
    """Grain, specks and a little blur."""
    dice = random.Random(seed)
    grain = Image.effect_noise(page.size, 22).convert("RGB")
    page = ImageChops.multiply(page.filter(ImageFilter.GaussianBlur(0.6)), ImageChops.add(grain, Image.new("RGB", page.size, (110,) * 3)))
    draw = ImageDraw.Draw(page)
    for _ in range(150):
        x, y = dice.randrange(page.width), dice.randrange(page.height)
        draw.ellipse((x, y, x + 2, y + 2), fill=(70, 70, 70))
    return page


def askew(page: Image.Image, degrees: float) -> Image.Image:
    """Turned counter-clockwise on the glass."""
    return page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=WHITE)


def faint(page: Image.Image, contrast: float = 0.25) -> Image.Image:
    """An old carbon copy."""
    return ImageEnhance.Brightness(ImageEnhance.Contrast(page).enhance(contrast)).enhance(1.1)


def sealed(page: Image.Image, x: float, y: float) -> Image.Image:
    """With a red seal around this place, given in shares of the page's width and height."""
    stamp = Image.new("RGB", page.size, WHITE)
    draw = ImageDraw.Draw(stamp)
    radius = page.width // 10
    at = (int(x * page.width), int(y * page.height))
    draw.ellipse((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), outline=(215, 35, 40), width=radius // 12)
    points = [(at[0] + radius // 2 * (1 if i % 2 else 0.4) * math.sin(i * math.pi / 5), at[1] - radius // 2 * (1 if i % 2 else 0.4) * math.cos(i * math.pi / 5))
              for i in range(10)]  # fmt: skip
    draw.polygon(points, fill=(215, 35, 40))
    return ImageChops.multiply(page, stamp)


def photographed(page: Image.Image) -> Image.Image:
    """On a desk, by a telephone that was held aslant, with its shadow over the lower right."""
    wide, high = page.size
    corners = [(0.14, 0.08), (0.87, 0.06), (0.95, 0.93), (0.08, 0.95)]
    rows, sides = [], []
    for (x, y), (u, v) in zip([(wide * x, high * y) for x, y in corners], [(0, 0), (wide, 0), (wide, high), (0, high)], strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        sides += [u, v]
    turn = numpy.linalg.solve(numpy.array(rows, float), numpy.array(sides, float)).tolist()
    seen, mask = (
        picture.transform(page.size, Image.Transform.PERSPECTIVE, turn, Image.Resampling.BICUBIC)
        for picture in (page, Image.new("L", page.size, 255))
    )
    desk = Image.composite(seen, Image.new("RGB", page.size, (92, 66, 48)), mask)
    shadow = Image.new("L", page.size, 240)
    ImageDraw.Draw(shadow).polygon([(wide, high // 3), (wide // 3, high), (wide, high)], fill=150)
    return ImageChops.multiply(desk, shadow.filter(ImageFilter.GaussianBlur(wide // 40)).convert("RGB")).filter(ImageFilter.GaussianBlur(0.7))


def tiff(images: list[Image.Image], dpi: int = 200) -> bytes:
    """The pages in one file."""
    return _saved(images, "TIFF", dpi=(dpi, dpi), compression="tiff_deflate")


def scanned_pdf(images: list[Image.Image], dpi: int = 200) -> bytes:
    """The pages as a PDF of images, as office scanners write it."""
    return _saved(images, "PDF", resolution=dpi)


def _saved(images: list[Image.Image], form: str, **options: object) -> bytes:
    file = io.BytesIO()
    images[0].save(file, form, save_all=True, append_images=images[1:], **options)
    return file.getvalue()
