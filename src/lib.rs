//! x
pub mod app;
pub mod cli;
pub mod files;
pub mod model;
pub mod photos;
pub mod picture;
pub mod raster;
pub mod state;
pub mod text;
pub mod ui;
pub mod window;
pub mod work;
