//! How long a test waits for what must come.

use std::time::Duration;

/// Room for a machine of a tenth of the speed that is busy with other work: who waits so long waits for nothing. How fast
/// a thing is, is held by what it counts, and by the benches as ratios.
pub const PATIENCE: Duration = Duration::from_mins(5);
