package org.safepassage.hub.schedules;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/// Sets Quartz up on the ledger's database, shared by all hubs that have it.
final class QuartzOnLedger {
    private QuartzOnLedger() {}

    /// A scheduler of its own, not started yet.
    ///
    /// @throws SchedulerException when Quartz cannot be set up
    static Scheduler scheduler(DataSource database) throws SchedulerException {
        var connections = new Connections(database);
        String source = "ledger-" + System.identityHashCode(connections);
        DBConnectionManager.getInstance().addConnectionProvider(source, connections);
        Scheduler quartz = new StdSchedulerFactory(properties(source)).getScheduler();
        // Quartz would give the next in this process the same one, by its name, which all hubs share.
        SchedulerRepository.getInstance().remove(quartz.getSchedulerName());
        return quartz;
    }

    private static Properties properties(String source) {
        var properties = new Properties();
        properties.put("org.quartz.scheduler.instanceName", "safe-passage");
        properties.put("org.quartz.scheduler.instanceId", "AUTO");
        properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.put("org.quartz.threadPool.threadCount", "2");
        properties.put("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        // This delegate reads and writes bytea, which H2 knows, too.
        properties.put("org.quartz.jobStore.driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        properties.put(
                "org.quartz.jobStore.driverDelegateInitString",
                "triggerPersistenceDelegateClasses=" + WallClockTrigger.Columns.class.getName());
        properties.put("org.quartz.jobStore.useProperties", "true");
        properties.put("org.quartz.jobStore.isClustered", "true");
        properties.put("org.quartz.jobStore.clusterCheckinInterval", "5000");
        properties.put("org.quartz.jobStore.dataSource", source);
        return properties;
    }

    /// The ledger's connections, which Quartz gives back by closing them; the pool is closed by its owner.
    private record Connections(DataSource database) implements ConnectionProvider {
        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        @Override
        public void shutdown() {}

        @Override
        public void initialize() {}
    }
}
