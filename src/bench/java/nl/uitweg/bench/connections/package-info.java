/** How long honest visitors wait while others hold a thousand connections. */
package nl.uitweg.bench.connections;
