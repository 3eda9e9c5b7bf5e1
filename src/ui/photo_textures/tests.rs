//! What is requested, and when.

use egui::RawInput;

use super::*;

fn frame(ctx: &Context, photos: &mut PhotoTextures, time: f64) -> Vec<PicturePart> {
    let input = RawInput { time: Some(time), ..RawInput::default() };
    ctx.run_ui(input, |ui| photos.begin(ui.ctx(), 1)).textures_delta.clear();
    let _ = photos.photo(PhotoKey::NONE, 900.0);
    photos.requests().into_iter().map(|request| request.part).collect()
}

#[test]
fn while_the_wall_moves_a_small_picture_is_enlarged_and_the_large_one_comes_when_it_rests() {
    let (ctx, mut photos) = (Context::default(), PhotoTextures::in_software());
    assert_eq!(frame(&ctx, &mut photos, 1.0), [PicturePart::Preview(900), PicturePart::View(900)]);
    photos.moved(&ctx);
    assert_eq!(frame(&ctx, &mut photos, 1.02), [PicturePart::Preview(900)]);
    let part = PicturePart::Preview(900);
    let pixels = Pixels { width: 900, height: 600, rgba: vec![255; 900 * 600 * 4] };
    let request = PictureRequest { generation: 1, photo: PhotoKey::NONE, part };
    photos.take(request, PictureAnswer::View(THUMBNAIL, pixels));
    assert_eq!(frame(&ctx, &mut photos, 1.04), []);
    assert_eq!(frame(&ctx, &mut photos, 1.2), [PicturePart::View(900)]);
}

#[test]
fn no_picture_is_larger_than_the_graphics_card_takes() {
    for side in [2048, 4096, 16_384] {
        let ctx = Context::default();
        let mut photos = PhotoTextures::default();
        let input = RawInput { max_texture_side: Some(side), ..RawInput::default() };
        ctx.run_ui(input, |ui| photos.begin(ui.ctx(), 1)).textures_delta.clear();
        // A long panorama that covers a low area of the wall.
        let _ = photos.photo(PhotoKey::NONE, 20_000.0);
        let largest = photos.requests().into_iter().filter_map(|request| match request.part {
            PicturePart::Preview(long_side) | PicturePart::View(long_side) => Some(long_side),
            PicturePart::Tile(_) => None,
        });
        assert_eq!(largest.max(), u32::try_from(side.min(8192)).ok(), "{side}");
    }
}
