//! A talk as its state: the streams of clickers, screens that come and go, a power cut, and a thousand random events.

mod audience;
mod clickers;
mod moves;
mod random;
mod recovery;
mod screens;
