@fragment 17-said.sql
