//! Who draws.

use serde::{Deserialize, Serialize};

/// Who draws, in the order in which they are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Renderer {
    /// A graphics card, through OpenGL.
    Gl,
    /// A graphics card, through the way that the system itself prefers: Vulkan, Direct3D 12 or Metal.
    Wgpu,
    /// The processor.
    Cpu,
}

impl Renderer {
    /// What it is called on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gl => "gl",
            Self::Wgpu => "wgpu",
            Self::Cpu => "cpu",
        }
    }
}

/// Who draws, as it turned out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DrawnBy {
    /// Nobody: a picture without a window.
    #[default]
    Nobody,
    /// A graphics card: through what, and the name that it gives itself.
    Card(&'static str, String),
    /// The processor.
    Processor,
}
