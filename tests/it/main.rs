//! The shipped binary as a process, on both engines: what an operator and a client rely on.

mod access;
mod demo;
mod http;
mod identity;
mod input;
mod kit;
mod operation;
mod rows;
mod start;
mod stop;
