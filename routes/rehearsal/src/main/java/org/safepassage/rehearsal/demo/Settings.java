package org.safepassage.rehearsal.demo;

import java.nio.file.Path;

/// What to demonstrate.
///
/// @param config the hub's configuration folder, used as it is
/// @param cases how many case files
/// @param seed what the sample is drawn from
/// @param videoBytes size of the first video; 0 leaves it small
/// @param port of the hub's console, 0 for a free one
/// @param schedules whether the hub's own schedules run
/// @param ocr whether the hub recognises print in scans
public record Settings(Path config, int cases, long seed, long videoBytes, int port, boolean schedules, boolean ocr) {}
