//! Files that are handed on: nothing of a position, all of the picture and of what was said of it.

use super::*;
