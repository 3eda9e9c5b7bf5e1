//! The lines of the help sheet of keys.

/// The lines of the help sheet of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyHelp {
    /// 1 to 5.
    Views,
    /// Tab and arrows.
    Move,
    /// Enter or Space.
    Activate,
    /// Left and Right.
    Step,
    /// Home and End.
    Ends,
    /// + and −, 0.
    Zoom,
    /// Esc.
    Back,
    /// /.
    Search,
    /// C.
    Clear,
    /// L.
    Language,
    /// T.
    Theme,
    /// F11.
    Fullscreen,
    /// Ctrl+O.
    Open,
    /// Ctrl+S.
    Save,
    /// F5.
    Present,
    /// F1 or ?.
    Help,
}

impl KeyHelp {
    /// All lines, in order.
    pub const ALL: [Self; 16] = [
        Self::Views,
        Self::Move,
        Self::Activate,
        Self::Step,
        Self::Ends,
        Self::Zoom,
        Self::Back,
        Self::Search,
        Self::Clear,
        Self::Language,
        Self::Theme,
        Self::Fullscreen,
        Self::Open,
        Self::Save,
        Self::Present,
        Self::Help,
    ];
}
