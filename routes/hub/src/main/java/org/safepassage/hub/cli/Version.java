package org.safepassage.hub.cli;

import picocli.CommandLine.IVersionProvider;

/// The version that the hub's jar was built as.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String built = Main.class.getPackage().getImplementationVersion();
        return new String[] {"Safe Passage " + (built == null ? "(not built as a jar)" : built)};
    }
}
