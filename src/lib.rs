//! Ordito
