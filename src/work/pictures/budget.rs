//! The memory budget shared among the threads, and the processor time of each picture. All reading and decoding is done
//! within a budget: for the window, a screenshot, a check, a pack, a handout.

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::files::PackSource;
use crate::files::photo_folder::is_raw;
use crate::model::Unavailable;
use crate::photos::{DecodeError, GoOn, container};

use super::decoder::{undecoded, unread};

/// The most bytes read from a picture's file.
pub const MAX_PHOTO_BYTES: u64 = 512 << 20;
/// The processor time of one picture.
const PROCESSOR: Duration = Duration::from_secs(10);
/// The wall-clock time of one picture: an unresponsive share costs no processor time.
const CLOCK: Duration = Duration::from_mins(1);
/// Interval for checking for cancellation while waiting for memory.
const LOOK: Duration = Duration::from_millis(100);
/// Number of retries if a picture turns out to need more memory.
const AGAIN: usize = 2;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPicture {
    /// Cancelled.
    Cancelled,
    /// It cannot be shown.
    Unavailable(Unavailable),
}

impl From<Unavailable> for NoPicture {
    fn from(why: Unavailable) -> Self {
        Self::Unavailable(why)
    }
}

impl From<DecodeError> for NoPicture {
    fn from(why: DecodeError) -> Self {
        Self::Unavailable(undecoded(why))
    }
}

/// The memory budget of the whole program, shared by screen, packing and printing.
pub static DECODING: Budget = Budget::new(320 << 20);

/// Memory for the pictures in progress, and the time of each of them.
pub struct Budget {
    all: u64,
    free: Mutex<u64>,
    freed: Condvar,
}

/// The resources of one picture.
pub struct Spending<'a> {
    budget: &'a Budget,
    stands: GoOn<'a>,
    begun: Instant,
    used_before: Duration,
    at_most: Duration,
}

/// Bytes in use; returned on drop.
pub struct Taken<'a> {
    budget: &'a Budget,
    bytes: u64,
}

impl Budget {
    /// Creates a budget of bytes.
    #[must_use]
    pub const fn new(bytes: u64) -> Self {
        Self { all: bytes, free: Mutex::new(bytes), freed: Condvar::new() }
    }

    /// Runs the work of one picture within its time limit. `stands` returns whether the request stands. A panic in a decoder
    /// fails one picture, not the program.
    ///
    /// # Errors
    /// Why there is none.
    pub fn picture<'b, T>(
        &'b self,
        stands: GoOn<'b>,
        work: impl FnOnce(&Spending<'b>) -> Result<T, NoPicture>,
    ) -> Result<T, NoPicture> {
        self.within(PROCESSOR, stands, work)
    }

    /// Like `picture`, with another limit of processor time.
    ///
    /// # Errors
    /// Why there is none.
    pub fn within<'b, T>(
        &'b self,
        at_most: Duration,
        stands: GoOn<'b>,
        work: impl FnOnce(&Spending<'b>) -> Result<T, NoPicture>,
    ) -> Result<T, NoPicture> {
        let spending = Spending { budget: self, stands, begun: Instant::now(), used_before: processor_time(), at_most };
        spending.try_decoding(|| work(&spending))
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, u64> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<'b> Spending<'b> {
    /// Returns true while the request stands and time is left. Receives the progress, from 0 to 1.
    pub fn goes_on(&self, share: f32) -> bool {
        (self.stands)(share) && !self.is_spent() && self.begun.elapsed() < CLOCK
    }

    /// A thread never uses more processor time than wall-clock time, so the latter is checked first.
    fn is_spent(&self) -> bool {
        self.begun.elapsed() >= self.at_most && processor_time().saturating_sub(self.used_before) >= self.at_most
    }

    /// Returns why it was stopped.
    fn why(&self) -> NoPicture {
        if self.is_spent() {
            NoPicture::Unavailable(Unavailable::TooSlow)
        } else if self.begun.elapsed() >= CLOCK {
            // Something it waited for did not answer.
            NoPicture::Unavailable(Unavailable::Failed)
        } else {
            NoPicture::Cancelled
        }
    }

    /// Runs a part of the work that may fail without failing the picture.
    ///
    /// # Errors
    /// Why it was not done.
    pub fn try_decoding<T>(&self, work: impl FnOnce() -> Result<T, NoPicture>) -> Result<T, NoPicture> {
        let done = catch_unwind(AssertUnwindSafe(work));
        match done.unwrap_or(Err(NoPicture::Unavailable(Unavailable::Damaged))) {
            Err(NoPicture::Unavailable(Unavailable::TooSlow)) => Err(self.why()),
            done => done,
        }
    }

    /// Waits until this many bytes are free. A larger request than the budget gets all of it, exclusively.
    ///
    /// # Errors
    /// If stopped meanwhile.
    pub fn take(&self, bytes: u64) -> Result<Taken<'b>, NoPicture> {
        let bytes = bytes.min(self.budget.all);
        let mut free = self.budget.locked();
        while *free < bytes {
            if !self.goes_on(0.0) {
                return Err(self.why());
            }
            free = self.budget.freed.wait_timeout(free, LOOK).unwrap_or_else(PoisonError::into_inner).0;
        }
        *free -= bytes;
        Ok(Taken { budget: self.budget, bytes })
    }

    /// Reads a picture's file, and reserves memory for it and for `further` bytes of processing. Memory is reserved before
    /// the file is read; if the picture needs more than is free, the reservation is released, awaited anew, and the file read
    /// again: waiting while holding memory could deadlock.
    ///
    /// # Errors
    /// If it cannot be read, or is stopped.
    pub fn read(
        &self,
        source: &PackSource,
        file: &str,
        further: impl Fn(&[u8]) -> u64,
    ) -> Result<(Cow<'static, [u8]>, Taken<'b>), NoPicture> {
        let length = source.length(file).map_err(|why| unread(&why))?;
        if length > MAX_PHOTO_BYTES {
            return Err(Unavailable::TooLarge.into());
        }
        let mut wanted = length;
        for _ in 0..=AGAIN {
            let mut taken = self.take(wanted)?;
            let bytes = source.read(file, MAX_PHOTO_BYTES).map_err(|why| unread(&why))?;
            let own = if let Cow::Owned(bytes) = &bytes { bytes.len() as u64 } else { 0 };
            wanted = own.saturating_add(further(&bytes));
            if taken.change_to(wanted) {
                return Ok((bytes, taken));
            }
        }
        // It changes faster than it is read.
        Err(Unavailable::Failed.into())
    }

    /// Like [`Spending::read`], for a picture that is to be shown: of a camera raw file no more is read than that.
    ///
    /// # Errors
    /// If it cannot be read, or is stopped.
    pub fn read_shown(
        &self,
        source: &PackSource,
        file: &str,
        further: impl Fn(&[u8]) -> u64,
    ) -> Result<(Cow<'static, [u8]>, Taken<'b>), NoPicture> {
        let length = source.length(file).map_err(|why| unread(&why))?;
        if is_raw(file) && length <= MAX_PHOTO_BYTES {
            let mut taken = self.take(length)?;
            let part = source.look_into(file, |file| container::without_sensor(file)).ok().flatten();
            if let Some(bytes) = part.filter(|part| taken.change_to(part.len() as u64 + further(part))) {
                return Ok((Cow::Owned(bytes), taken));
            }
        }
        self.read(source, file, further)
    }
}

impl Taken<'_> {
    /// Grows the reservation, if the bytes are free, or shrinks it; false if they are not.
    pub fn change_to(&mut self, bytes: u64) -> bool {
        let bytes = bytes.min(self.budget.all);
        let mut free = self.budget.locked();
        let Some(left) = (*free + self.bytes).checked_sub(bytes) else { return false };
        (*free, self.bytes) = (left, bytes);
        drop(free);
        self.budget.freed.notify_all();
        true
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        *self.budget.locked() += self.bytes;
        self.budget.freed.notify_all();
    }
}

/// Returns the processor time of this thread.
#[cfg(unix)]
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.try_into().unwrap_or_default(), time.tv_nsec.try_into().unwrap_or_default())
}

/// Returns the processor time of this thread.
#[cfg(windows)]
fn processor_time() -> Duration {
    cpu_time::ThreadTime::try_now().map_or(Duration::ZERO, |time| time.as_duration())
}

#[cfg(test)]
mod tests {
    use std::hint::black_box;
    use std::thread;
    use std::time::{Duration, Instant};

    use super::{Budget, NoPicture};
    use crate::model::Unavailable;

    #[test]
    fn time_is_what_the_processor_was_busy_and_not_what_the_clock_says() {
        let budget = Budget::new(100);
        let at_most = Duration::from_millis(60);
        let slept = budget.within(at_most, &|_share| true, |spending| {
            thread::sleep(at_most * 3);
            if spending.goes_on(0.5) { Ok(()) } else { Err(Unavailable::TooSlow.into()) }
        });
        assert_eq!(slept, Ok(()), "waiting costs nothing");
        let begun = Instant::now();
        let worked = budget.within(at_most, &|_share| true, |spending| {
            let mut sum = 0_u64;
            while spending.goes_on(0.5) && begun.elapsed() < Duration::from_mins(1) {
                sum = black_box(sum.wrapping_mul(31).wrapping_add(7));
            }
            Err::<(), _>(Unavailable::TooSlow.into())
        });
        assert_eq!(worked, Err(NoPicture::Unavailable(Unavailable::TooSlow)));
        assert!(begun.elapsed() >= at_most && begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    }

    #[test]
    fn what_nobody_wants_is_given_up_and_a_panic_spoils_one_picture() {
        let budget = Budget::new(100);
        let stopped = budget.picture(&|_share| false, |spending| {
            if spending.goes_on(0.0) { Ok(()) } else { Err(Unavailable::TooSlow.into()) }
        });
        assert_eq!(stopped, Err(NoPicture::Cancelled));
        let spoilt = budget.picture(&|_share| true, |spending| {
            let _taken = spending.take(80)?;
            panic!("a fault of a decoder")
        });
        assert_eq!(spoilt, Err::<(), _>(NoPicture::Unavailable(Unavailable::Damaged)));
        assert_eq!(*budget.locked(), 100, "and gives back what it took");
    }

    #[test]
    fn memory_is_shared_out_and_whoever_waits_for_it_can_be_stopped() {
        let budget = Budget::new(100);
        let taken = budget.picture(&|_share| true, |first| {
            let mut large = first.take(5_000)?;
            let second = budget.picture(&|_share| false, |second| second.take(1).map(drop));
            assert_eq!(second, Err(NoPicture::Cancelled), "all of it is taken");
            assert!(large.change_to(60), "less is always to be had");
            let small = first.take(30)?;
            assert!(!large.change_to(71) && large.change_to(70), "more where it is free");
            drop(small);
            assert!(large.change_to(200), "all of it, alone");
            Ok(())
        });
        assert_eq!(taken, Ok(()));
        assert_eq!(*budget.locked(), 100);
    }
}
