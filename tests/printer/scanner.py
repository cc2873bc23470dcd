"""Pages as a scanner or a telephone sees them: pixels, askew, upside down, faint, with specks, a seal over the signature."""

import io
import math
import random

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
