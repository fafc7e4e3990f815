package org.safepassage.rehearsal.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Both recipients of the demonstration: `un-examination` behind SFTP and `iapb` on the hub's queue. Each keeps what it
/// got below `<folder>/<recipient>/`; the folder of the SFTP server is `<folder>/un-examination/server`.
public final class RecipientServers implements AutoCloseable {
    /// Names of the recipients, as in config/recipients.
    public static final List<String> NAMES = List.of("iapb", "un-examination");

    private final UnExamination unExamination;
    private final Iapb iapb;
    private final Map<String, String> environment;

    private RecipientServers(UnExamination unExamination, Iapb iapb, Map<String, String> environment) {
        this.unExamination = unExamination;
        this.iapb = iapb;
        this.environment = Map.copyOf(environment);
    }

    /// Starts both.
    ///
    /// @param brokerPort where the hub's AMQP port is now, empty while the hub is down
    /// @throws IOException when a server does not start
    public static RecipientServers start(Path folder, Supplier<OptionalInt> brokerPort, InstantSource clock)
            throws IOException {
        var environment = new TreeMap<String, String>();
        var unKey = RecipientKey.generate("un-examination");
        var unKeyFile = folder.resolve("un-examination/public-key.asc").toAbsolutePath();
        unKey.writePublic(unKeyFile);
        var iapbKey = RecipientKey.generate("iapb");
        var iapbKeyFile = folder.resolve("iapb/public-key.asc").toAbsolutePath();
        iapbKey.writePublic(iapbKeyFile);
        var iapbCredentials = Credentials.random("iapb");

        var unExamination = UnExamination.start(
                folder.resolve("un-examination/server"),
                new ConsignmentDesk("un-examination", folder.resolve("un-examination"), unKey, clock),
                Credentials.random("hub"));
        var iapb = Iapb.start(
                brokerPort, iapbCredentials, new ConsignmentDesk("iapb", folder.resolve("iapb"), iapbKey, clock));

        environment.put("SP_UN_KEY", unKeyFile.toString());
        environment.put("SP_IAPB_KEY", iapbKeyFile.toString());
        environment.put("SP_IAPB_PASSWORD", iapbCredentials.password());
        environment.putAll(PartnerServers.sftp("SP_UN", unExamination.server()));
        return new RecipientServers(unExamination, iapb, environment);
    }

    /// What the hub's configuration needs to reach them: `SP_UN_*`, `SP_IAPB_*`.
    public Map<String, String> environment() {
        return environment;
    }

    /// Messages that reached `iapb` without a usable id.
    public int unlabelled() {
        return iapb.unlabelled();
    }

    /// Why a recipient stopped working, if one did.
    public Optional<Throwable> findTrouble() {
        return Stream.of(Optional.ofNullable(unExamination.trouble()), Optional.ofNullable(iapb.trouble()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        iapb.close();
        unExamination.close();
    }
}
