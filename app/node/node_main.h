#pragma once

/// The whole of qis-node: runs a home headless until SIGTERM or SIGINT. Apart from main, so that a
/// test can run it on a file system of its own.
int nodeMain(int argc, char** argv);
