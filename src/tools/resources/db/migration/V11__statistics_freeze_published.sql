-- Published figures never change: whoever compared two publications of one half-year could calculate small numbers. A half-year that was
-- withdrawn keeps its figures, and can only be published again with the same ones.
alter table published_figure add column withdrawn boolean not null default false;
alter policy everyone on published_figure using (not withdrawn);
revoke delete on published_figure from portal_backoffice;
grant update (withdrawn) on published_figure to portal_backoffice;
