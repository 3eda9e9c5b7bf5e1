//! Returns the memory used for pictures to the system.
//!
//! glibc raises the size from which a block is returned to the system with every large block that is freed, up to 32 MB.
//! Pictures and textures of a few megabytes then stay in the heap for good: paging through the built-in exhibition took
//! 333 MB, and takes 225 MB with a fixed size (see `benches/README.md`).

/// Fixes the size from which blocks are returned at once. Called once, before any other thread starts.
pub fn give_back_large_blocks() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        const LARGE_BYTES: libc::c_int = 256 * 1024;
        #[expect(
            unsafe_code,
            reason = "glibc's own switch has no safe wrapper; it takes two integers and keeps nothing"
        )]
        // SAFETY: `mallopt` may be called at any time with any values; it returns 0 for unsupported ones.
        unsafe {
            libc::mallopt(libc::M_MMAP_THRESHOLD, LARGE_BYTES);
            libc::mallopt(libc::M_TRIM_THRESHOLD, LARGE_BYTES);
        }
    }
}
