package org.safepassage.hub.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safepassage.hub.configuration.Settings;
import org.safepassage.hub.house.HouseFolders;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

class PortsTest {
    @TempDir
    Path root = Path.of("");

    @Test
    void aFreePortIsNoProblemAndNoneIsNeededForAnyPort() throws Exception {
        // Given
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        // When, Then
        assertThatCode(() -> Ports.needFree("127.0.0.1", free, "listen.port")).doesNotThrowAnyException();
        assertThatCode(() -> Ports.needFree("127.0.0.1", 0, "listen.port")).doesNotThrowAnyException();
        assertThatCode(() -> Ports.needFree("127.0.0.1", -1, "listen.amqpPort")).doesNotThrowAnyException();
    }

    @Test
    void aBrokerPortInUseIsRefusedWithOwnerAndSetting() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            var folders = HouseFolders.make(root);
            HouseFolders.write(folders, "application.yaml", "listen: {amqpPort: " + taken.getLocalPort() + "}\n");

            // When, Then
            assertThatThrownBy(() -> Broker.start(
                            folders.data().resolve("broker"), HouseFolders.read(folders), folders.secretReferences()))
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("listen.amqpPort");
        }
    }

    @Test
    @Tag("slow")
    void aConsolePortInUseIsRefusedBeforeAnythingIsTouched() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            var folders = HouseFolders.make(root);
            HouseFolders.write(
                    folders, "application.yaml", "listen: {port: " + taken.getLocalPort() + ", amqpPort: 0}\n");
            var configuration = HouseFolders.read(folders);
            var application = new SpringApplication(HubApplication.class);
            application.addInitializers(context -> {
                var beans = (GenericApplicationContext) context;
                beans.registerBean(HubFolders.class, () -> folders);
                beans.registerBean(Settings.class, configuration::settings);
            });

            // When, Then
            assertThatThrownBy(application::run)
                    .isInstanceOf(Ports.Taken.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("set listen.port");
            org.assertj.core.api.Assertions.assertThat(Files.exists(folders.data()))
                    .isFalse();
        }
    }
}
