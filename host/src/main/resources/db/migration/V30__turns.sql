-- The tenant of a task stands first in its name, so that tenants can take turns.
update scheduled_tasks set task_instance = (
  select t.tenant_id || '/' || scheduled_tasks.task_instance from sync_task t
  where t.connection_id || '/' || t.type = scheduled_tasks.task_instance)
where exists (
  select 1 from sync_task t
  where t.connection_id || '/' || t.type = scheduled_tasks.task_instance);

alter table scheduled_tasks add column tenant_id varchar(200)
  generated always as (regexp_replace(task_instance, '/.*', '')) ${stored};
create index scheduled_tasks_by_turn on scheduled_tasks (tenant_id, execution_time);
