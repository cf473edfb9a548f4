// Package driver holds what the drivers of engines have in common, so that they answer alike: reading machine paths, resolving
// mappings, names of replication sets, access levels, and handing out events.
package driver
