//! What options of the command line may be, by their names.

use clap::ValueEnum;

use crate::model::Lang;
use crate::state::{ChartMode, Distance, Renderer, Theme, View};

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum RendererArg {
    /// A graphics card, through OpenGL.
    Gl,
    /// A graphics card, through Vulkan, Direct3D 12 or Metal, whichever the system has.
    Wgpu,
    /// The processor.
    Cpu,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LangArg {
    En,
    Zh,
    Bo,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ViewArg {
    Photos,
    Personnel,
    Pairings,
    Timeline,
    Sources,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ThemeArg {
    Light,
    Dark,
    Contrast,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum DistanceArg {
    /// One person, at arm's length.
    Desk,
    /// Standing before it, with fingers.
    Kiosk,
    /// A room.
    Projector,
    /// From some metres.
    Wall,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ChartArg {
    Bars,
    Table,
    Running,
}

impl From<ChartArg> for ChartMode {
    fn from(arg: ChartArg) -> Self {
        match arg {
            ChartArg::Bars => Self::Bars,
            ChartArg::Table => Self::Table,
            ChartArg::Running => Self::Running,
        }
    }
}

impl From<LangArg> for Lang {
    fn from(arg: LangArg) -> Self {
        match arg {
            LangArg::En => Self::En,
            LangArg::Zh => Self::Zh,
            LangArg::Bo => Self::Bo,
        }
    }
}

impl From<DistanceArg> for Distance {
    fn from(arg: DistanceArg) -> Self {
        match arg {
            DistanceArg::Desk => Self::Desk,
            DistanceArg::Kiosk => Self::Kiosk,
            DistanceArg::Projector => Self::Projector,
            DistanceArg::Wall => Self::Wall,
        }
    }
}

impl From<RendererArg> for Renderer {
    fn from(arg: RendererArg) -> Self {
        match arg {
            RendererArg::Gl => Self::Gl,
            RendererArg::Wgpu => Self::Wgpu,
            RendererArg::Cpu => Self::Cpu,
        }
    }
}

impl From<ViewArg> for View {
    fn from(arg: ViewArg) -> Self {
        match arg {
            ViewArg::Photos => Self::Photos,
            ViewArg::Personnel => Self::Personnel,
            ViewArg::Pairings => Self::Pairings,
            ViewArg::Timeline => Self::Timeline,
            ViewArg::Sources => Self::Sources,
        }
    }
}

impl From<ThemeArg> for Theme {
    fn from(arg: ThemeArg) -> Self {
        match arg {
            ThemeArg::Light => Self::Light,
            ThemeArg::Dark => Self::Dark,
            ThemeArg::Contrast => Self::Contrast,
        }
    }
}
