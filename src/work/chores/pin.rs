//! The PIN of a kiosk's staff: its hash, and tries that outlast a restart.

use std::sync::{Mutex, PoisonError};

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};

use crate::files::Persisted;
use crate::state::kiosk::{Attempts, PIN_DIGITS, PinAnswer};

/// The wrong tries, for as long as they cannot be written: a full disk does not give more of them.
static ATTEMPTS: Mutex<Option<Attempts>> = Mutex::new(None);

/// Returns true if a text can be a PIN.
#[must_use]
pub fn is_pin(text: &str) -> bool {
    text.len() == PIN_DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Hashes a PIN by argon2id, in the PHC string format. Takes a while on purpose.
///
/// # Errors
/// If it is no PIN, or the system gives no random salt.
pub fn hash_pin(pin: &str) -> Result<String, String> {
    if !is_pin(pin) {
        return Err(format!("a PIN has {PIN_DIGITS} digits"));
    }
    Argon2::default().hash_password(pin.as_bytes()).map(|hash| hash.to_string()).map_err(|why| why.to_string())
}

/// Compares a PIN with its hash, in a time that does not tell how much of it is right.
fn is_right(hash: &str, pin: &str) -> bool {
    PasswordHash::new(hash).is_ok_and(|hash| Argon2::default().verify_password(pin.as_bytes(), &hash).is_ok())
}

/// Checks a PIN that was typed, and counts it. Takes a while on purpose.
#[must_use]
pub fn check_pin(hash: &str, pin: &str) -> PinAnswer {
    let mut memory = ATTEMPTS.lock().unwrap_or_else(PoisonError::into_inner);
    let read = || Persisted::PinAttempts.read(|text| serde_json::from_str(text).ok()).unwrap_or_default();
    let attempts = memory.get_or_insert_with(read);
    let keep = |attempts: &Attempts| {
        Persisted::PinAttempts.write(serde_json::to_string(attempts).ok().as_deref());
    };
    check(attempts, chrono::Utc::now().timestamp(), keep, || is_right(hash, pin))
}

/// A try counts before its answer is known, so that a power cut in between gives no other one.
fn check(attempts: &mut Attempts, now: i64, keep: impl Fn(&Attempts), is_right: impl FnOnce() -> bool) -> PinAnswer {
    let wait = attempts.wait(now);
    if wait > 0 {
        return PinAnswer::Locked { seconds: wait };
    }
    attempts.count(now);
    keep(attempts);
    if is_right() {
        *attempts = Attempts::default();
        keep(attempts);
        return PinAnswer::Right;
    }
    match attempts.wait(now) {
        0 => PinAnswer::Wrong { left: attempts.left() },
        seconds => PinAnswer::Locked { seconds },
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_pin_is_six_digits_and_only_the_right_one_opens() {
        let hash = hash_pin("042731").expect("a hash");
        assert!(hash.starts_with("$argon2id$") && !hash.contains("042731"));
        assert!(is_right(&hash, "042731"));
        assert!(!is_right(&hash, "042732") && !is_right("nonsense", "042731") && !is_right("", ""));
        for wrong in ["", "12345", "1234567", "12345a", "１２３４５６"] {
            assert!(hash_pin(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_try_counts_before_its_answer_and_a_right_one_forgives() {
        let kept = Cell::new(Attempts::default());
        let mut attempts = Attempts::default();
        let mut answer = |now, right| {
            check(
                &mut attempts,
                now,
                |a| kept.set(*a),
                || {
                    assert!(kept.get().wrong > 0, "counted before");
                    right
                },
            )
        };
        for left in (1..5).rev() {
            assert_eq!(answer(100, false), PinAnswer::Wrong { left });
        }
        assert_eq!(answer(100, false), PinAnswer::Locked { seconds: 60 });
        assert_eq!(answer(110, true), PinAnswer::Locked { seconds: 50 }, "even the right one waits");
        assert_eq!(answer(160, true), PinAnswer::Right);
        assert_eq!(kept.get(), Attempts::default());
    }
}
