package org.safepassage.hub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safepassage.evidence.vault.KeyRing;
import org.safepassage.hub.configuration.ConfigProblem;
import org.safepassage.hub.configuration.ConfigReader;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.revisions.ConfigBook;
import org.safepassage.hub.wiring.ApiToken;
import org.safepassage.hub.wiring.Broker;
import org.safepassage.hub.wiring.ConfigStart;
import org.safepassage.hub.wiring.DataFolder;
import org.safepassage.hub.wiring.HubApplication;
import org.safepassage.hub.wiring.HubFolders;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Starts the hub and stays until it is told to stop. SIGTERM drains what is being worked on.
@Command(name = "up", description = "Starts the hub with its configuration folder.", mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(names = "--port", description = "port of console and API, 0 for a free one (default: listen.port)")
    private @Nullable Integer port;

    @Option(
            names = "--apply",
            paramLabel = "WHY",
            description = "applies the configuration folder at this start, instead of what was applied last")
    private @Nullable String apply;

    @Option(names = "--json", description = "says when it is ready as one JSON object")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        var where = folders.folders();
        var reader = new ConfigReader(System.getenv());
        if (reader.read(where.config()) instanceof ConfigReader.Result.Unsound unsound) {
            for (ConfigProblem problem : unsound.problems())
                commandLine.getErr().println(problem);
            if (apply != null || !ConfigBook.hasCopies(where.configCopies())) return 2;
            commandLine.getErr().println("the hub starts with the configuration that was applied last");
        }
        if (!Files.exists(where.keyRing())) {
            commandLine
                    .getErr()
                    .println("there are no keys in " + where.keys()
                            + ": run 'hub init' first, or name the folder with --keys");
            return 2;
        }
        start(where, reader.settings(where.config()));
        Thread.currentThread().join();
        return 0;
    }

    private void start(HubFolders where, Settings settings) throws IOException {
        var data = DataFolder.take(where.data());
        var token = ApiToken.draw();
        var keys = KeyRing.open(where.keyRing(), Optional.empty());
        var application = new SpringApplication(HubApplication.class);
        application.setRegisterShutdownHook(true);
        application.setDefaultProperties(properties(where, settings));
        application.addInitializers(context -> {
            var beans = (GenericApplicationContext) context;
            beans.registerBean(HubFolders.class, () -> where);
            beans.registerBean(Settings.class, () -> settings);
            beans.registerBean(ConfigStart.class, this::configStart);
            beans.registerBean(DataFolder.class, () -> data);
            beans.registerBean(ApiToken.class, () -> token);
            beans.registerBean(KeyRing.class, () -> keys);
        });
        var context = application.run();
        announce(where, context, token);
    }

    private ConfigStart configStart() {
        return new ConfigStart(System.getenv(), System.getProperty("user.name", "hub"), Optional.ofNullable(apply));
    }

    private Map<String, Object> properties(HubFolders where, Settings settings) {
        var listen = settings.listen();
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", listen.address());
        properties.put("server.port", port == null ? listen.port() : port);
        properties.put(
                "logging.file.name",
                where.data().resolve("logs").resolve("hub.log").toString());
        properties.put("logging.threshold.console", "OFF");
        // The web server must not write to the machine's shared temporary folder.
        properties.put(
                "server.tomcat.basedir",
                where.data().resolve("tmp").resolve("web").toString());
        return properties;
    }

    private void announce(HubFolders where, ConfigurableApplicationContext context, ApiToken token) throws IOException {
        int actual = ((WebServerApplicationContext) context).getWebServer().getPort();
        int amqp = context.getBean(Broker.class).amqpPort();
        var mapper = new ObjectMapper();
        var run = mapper.createObjectNode()
                .put("pid", ProcessHandle.current().pid())
                .put("port", actual)
                .put("token", token.value())
                .put("amqpPort", amqp);
        Path partial = where.runFile().resolveSibling("hub.json.part");
        Files.deleteIfExists(partial);
        Files.createFile(partial, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, run.toString());
        Files.move(
                partial,
                where.runFile(),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var out = Objects.requireNonNull(spec).commandLine().getOut();
        String address = "http://127.0.0.1:" + actual + "/";
        out.println(
                json
                        ? mapper.createObjectNode()
                                .put("ready", true)
                                .put("console", address)
                                .put("api", address + "api/v1")
                                .put("amqpPort", amqp)
                                .toString()
                        : "Safe Passage is up. Console: " + address);
        out.flush();
    }
}
