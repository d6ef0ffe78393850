/**
 * Runs programs of others beside a test: child processes that speak in lines of JSON, and the question whether they are installed. What a
 * peer is told and answers is the backend's.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.peer;
