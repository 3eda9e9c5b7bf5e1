//! Renderers.

use serde::{Deserialize, Serialize};

/// The renderers, in the order in which they are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Renderer {
    /// A graphics card, through OpenGL.
    Gl,
    /// A graphics card, through the system's preferred API: Vulkan, Direct3D 12 or Metal.
    Wgpu,
    /// The CPU.
    Cpu,
}

impl Renderer {
    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gl => "gl",
            Self::Wgpu => "wgpu",
            Self::Cpu => "cpu",
        }
    }
}

/// The renderer in use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DrawnBy {
    /// None: a picture without a window.
    #[default]
    Nobody,
    /// A graphics card: the API, and the card's own name.
    Card(&'static str, String),
    /// The CPU.
    Processor,
}
