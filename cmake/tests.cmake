# Tests that are not C++: scenarios, browser, structure. Each is one ctest entry.
